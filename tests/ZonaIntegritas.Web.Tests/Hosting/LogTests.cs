using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Xunit;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Reminders;
using ZonaIntegritas.Web.Identity;
using ZonaIntegritas.Web.Tests.Features.BackgroundWork;

namespace ZonaIntegritas.Web.Tests.Hosting;

public sealed class LogTests
{
    private const string FileName = "notulen-rahasia-sri.pdf";
    private const string Password = "Keliru-98765";

    [Fact]
    public async Task What_people_do_and_what_goes_wrong_is_logged_without_a_person_in_it()
    {
        using var scene = await Scene.CreateAsync();
        var administrator = await scene.Database.AddUserAsync(Role.Administrator, null, "Made Wirawan");
        Recorder recorder = new();
        await using var app = new WebAppUnderTest(scene.Database)
        {
            Replace = services =>
            {
                services.AddSingleton<ILoggerProvider>(recorder);
                services.AddSingleton<IMailTransport, RefusingTransport>();
            },
        };

        await SignInWrongAsync(app, scene.Coordinator);
        await UploadAsync(app, scene);
        await FailMailAsync(app, scene);
        await ActAsync(app, administrator);

        Assert.NotEmpty(recorder.Lines);
        // Not hollow: the mail's failure is there, with its id and kind.
        Assert.Contains(recorder.Lines, line => line.Contains("MailDelivery", StringComparison.Ordinal) && line.Contains("failed at try", StringComparison.Ordinal));
        string[] personal =
        [
            "@", scene.Coordinator.FullName, "Sri", administrator.FullName, "Wirawan", FileName, "rahasia", Password, "Ringkasan",
        ];
        Assert.All(recorder.Lines, line => Assert.All(personal, word => Assert.False(line.Contains(word, StringComparison.OrdinalIgnoreCase), $"{word} in: {line}")));
    }

    [Theory]
    [InlineData("Production", ConsoleFormatterNames.Json)]
    [InlineData("Development", null)]
    public void Outside_development_the_console_speaks_json(string environment, string? formatter)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(new Microsoft.AspNetCore.Builder.WebApplicationOptions { EnvironmentName = environment });
        Web.Hosting.AppServices.AddZonaIntegritas(builder);
        using var services = builder.Services.BuildServiceProvider();

        Assert.Equal(formatter, services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    private static async Task SignInWrongAsync(WebAppUnderTest app, AppUser user)
    {
        using var browser = app.Visitor();
        for (var turn = 0; turn < 6; turn++)
        {
            using var answer = await WebAppUnderTest.PostFormAsync(browser, "/masuk", ("Input.Email", user.Email!), ("Input.Password", Password));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>One that is taken in, one of a refused kind, and one that breaks off in the middle.</summary>
    private static async Task UploadAsync(WebAppUnderTest app, Scene scene)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Become(scope, scene.Coordinator);
        var attach = scope.ServiceProvider.GetRequiredService<AttachEvidence>();
        var store = scope.ServiceProvider.GetRequiredService<EvidenceStore>();
        using (var received = await store.Files.ReceiveAsync(new MemoryStream(SmallFiles.Pdf), 1_000_000, default))
        {
            Assert.True((await attach.ExecuteAsync(scene.For(), FileName, received, default)).Succeeded);
            Assert.False((await attach.ExecuteAsync(scene.For(), FileName + ".exe", received, default)).Succeeded);
        }

        using var broken = await store.Files.ReceiveAsync(new MemoryStream("%PDF-1.7 half"u8.ToArray()), 1_000_000, default);
        await attach.ExecuteAsync(scene.For(), FileName, broken, default);
    }

    private static async Task FailMailAsync(WebAppUnderTest app, Scene scene)
    {
        var mail = await new WorkBench(scene).AddMailAsync();
        var odd = await new WorkBench(scene).AddMailAsync();
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var id in (Guid[])[mail.Id, odd.Id])
        {
            await scope.ServiceProvider.GetRequiredService<DeliverMail>().ExecuteAsync(id, default);
        }
    }

    private static async Task ActAsync(WebAppUnderTest app, AppUser administrator)
    {
        using var browser = await app.SignInAsync(administrator);
        foreach (var path in (string[])["/pekerjaan", "/surat", "/pengguna", "/health/ready", "/hangfire", "/tidak/ada"])
        {
            using var page = await browser.GetAsync(path);
        }
    }

    private static void Become(AsyncServiceScope scope, AppUser user) => scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(user));

    /// <summary>Refuses in words that name the recipient, as mail servers do.</summary>
    private sealed class RefusingTransport : IMailTransport
    {
        private static int _turn;

        public Task<IAsyncDisposable?> SendAsync(OutgoingMail mail, CancellationToken ct) => throw (Interlocked.Increment(ref _turn) % 2 == 1
            ? new WorkFailedException($"Server surel menjawab 550: <{mail.Address}> unknown", permanent: true, new InvalidOperationException(mail.Address))
            : new WorkFailedException($"Server surel menjawab 451: {mail.Name}", permanent: false, new IOException(mail.Address)));
    }

    /// <summary>All that a log could keep: the sentence, each structured value, the exception.</summary>
    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"scope {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {formatter(state, exception)} {Values(state)} {exception}");

        private static string Values<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))
            : $"{state}";
    }
}
