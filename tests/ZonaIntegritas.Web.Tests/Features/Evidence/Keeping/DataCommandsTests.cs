using Xunit;
using ZonaIntegritas.Web.Hosting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Keeping;

/// <summary>The commands as a person types them, with the app's own settings.</summary>
public sealed class DataCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("zi-commands-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verify_back_up_and_restore_one_after_another()
    {
        using var scene = await Scene.CreateAsync();
        await scene.AddTextsAsync(2);
        var setting = $"--Storage:DataFolder={scene.Database.Folder}";

        Assert.Equal(0, await RunAsync("verify-evidence", setting));
        Assert.Equal(0, await RunAsync("backup", Path.Combine(_folder, "cadangan"), setting));
        Assert.Equal(0, await RunAsync("restore", Path.Combine(_folder, "cadangan"), Path.Combine(_folder, "pulih")));
        Assert.Equal(0, await RunAsync("verify-evidence", $"--Storage:DataFolder={Path.Combine(_folder, "pulih")}"));

        Assert.Equal("", _errors.ToString());
        Assert.Contains("Semua utuh.", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify-evidence", "lebih")]
    [InlineData("backup")]
    [InlineData("restore", "satu")]
    public async Task Wrong_usage_ends_with_2_and_says_how(params string[] arguments)
    {
        Assert.Equal(2, await RunAsync(arguments));
        Assert.StartsWith("Pemakaian:", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_the_folder_is_named_and_nothing_is_made()
    {
        var empty = Path.Combine(_folder, "kosong");

        Assert.Equal(2, await RunAsync("verify-evidence", $"--Storage:DataFolder={empty}"));
        Assert.Equal(2, await RunAsync("backup", Path.Combine(_folder, "cadangan"), $"--Storage:DataFolder={empty}"));

        Assert.Contains(empty, _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_wrong_setting_is_named()
    {
        Assert.Equal(2, await RunAsync("verify-evidence", "--Storage:ScannerAddress=a b"));
        Assert.Contains("Storage:ScannerAddress", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] arguments) => DataCommands.RunAsync(arguments, _output, _errors);
}
