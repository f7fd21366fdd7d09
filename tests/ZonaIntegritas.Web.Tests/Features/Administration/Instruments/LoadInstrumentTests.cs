using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments;
using ZonaIntegritas.Web.Features.Administration.Instruments.Loading;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

public sealed class LoadInstrumentTests
{
    [Fact]
    public async Task A_file_is_kept_byte_for_byte_and_used_by_nothing_yet()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var period = await bench.Database.AddPeriodAsync();

        var loading = (await bench.As<LoadInstrument>().ExecuteAsync(InstrumentFiles.Second, default)).Value;

        Assert.False(loading.WasThere);
        Assert.Empty(loading.Faults);
        var stored = await bench.QueryAsync(db => db.InstrumentVersions.SingleAsync(version => version.Id == loading.Version!.Id));
        Assert.Equal(("lke-zi-2021", "2", bench.Database.Clock.GetUtcNow()), (stored.InstrumentId, stored.Version, stored.LoadedAt));
        Assert.Equal(InstrumentFiles.Second, Encoding.UTF8.GetBytes(stored.Json));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(InstrumentFiles.Second)), stored.Sha256);
        Assert.Equal(period.InstrumentVersionId, (await bench.QueryAsync(db => db.Periods.SingleAsync())).InstrumentVersionId);
    }

    [Fact]
    public async Task A_file_with_a_byte_order_mark_stays_what_it_was()
    {
        using var bench = await AdministrationBench.CreateAsync();
        byte[] marked = [.. Encoding.UTF8.Preamble, .. InstrumentFiles.Second];

        var version = await bench.LoadAsync(marked);

        var file = (await bench.As<InstrumentQueries>().DownloadAsync(version.Id, default))!;
        Assert.Equal(marked, Encoding.UTF8.GetBytes(file.Json));
        Assert.Equal(113, (await bench.As<InstrumentQueries>().InstrumentAsync(version.Id, default)).Places.Count);
    }

    [Fact]
    public async Task The_same_bytes_again_are_said_to_be_there()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var first = await bench.LoadAsync();

        var again = (await bench.As<LoadInstrument>().ExecuteAsync(InstrumentFiles.Second, default)).Value;

        Assert.True(again.WasThere);
        Assert.Equal(first, again.Version);
        Assert.Equal(2, await CountAsync(bench));
    }

    [Fact]
    public async Task The_same_version_with_other_content_is_refused_with_what_to_do()
    {
        using var bench = await AdministrationBench.CreateAsync();
        await bench.LoadAsync();

        var refused = await bench.As<LoadInstrument>().ExecuteAsync(InstrumentFiles.Next().Rename("A.1", "Lain").Bytes, default);

        Assert.Equal("instrument.version-taken", refused.Problem?.Code);
        Assert.Contains("lke-zi-2021 versi 2 sudah dimuat", refused.Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("Naikkan \"version\"", refused.Problem!.Message, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(bench));
    }

    [Fact]
    public async Task Every_fault_is_named_and_nothing_is_stored()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var broken = InstrumentFiles.Next()
            .SetOfSection("A.I.1.i", "weight", 0.75m)
            .SetOf("A.I.2.i.a", "scale", "tidak_ada")
            .SetOf("B.I.a", "statement", "")
            .Minimum("WBBM", "total", 120m)
            .Bytes;

        var loading = (await bench.As<LoadInstrument>().ExecuteAsync(broken, default)).Value;

        Assert.Null(loading.Version);
        Assert.Equal(InstrumentFile.Read(broken).Faults, loading.Faults);
        Assert.Equal(4, loading.Faults.Count);
        Assert.Equal(1, await CountAsync(bench));
    }

    [Fact]
    public async Task What_does_not_fit_the_database_or_any_sheet_is_a_fault_too()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var code = new string('x', 41);

        var longCode = (await bench.As<LoadInstrument>().ExecuteAsync(InstrumentFiles.Next().SetOf("B.I.a", "code", code).Bytes, default)).Value;
        var noTarget = (await bench.As<LoadInstrument>().ExecuteAsync(InstrumentFiles.Next().Set("predicates", null).Bytes, default)).Value;

        Assert.Equal($"Soal {code}: kode paling panjang 40 huruf.", Assert.Single(longCode.Faults));
        Assert.StartsWith("predicates: paling sedikit satu", Assert.Single(noTarget.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "instrument.empty-file")]
    [InlineData(LoadInstrument.MaxBytes + 1, "instrument.too-large")]
    public async Task A_file_of_no_sensible_size_is_not_looked_into(int length, string code)
    {
        using var bench = await AdministrationBench.CreateAsync();

        Assert.Equal(code, (await bench.As<LoadInstrument>().ExecuteAsync(new byte[length], default)).Problem?.Code);
    }

    [Fact]
    public async Task Text_in_another_encoding_is_refused_because_it_could_not_be_kept()
    {
        using var bench = await AdministrationBench.CreateAsync();
        var latin = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(InstrumentFiles.Next().Rename("A.1", "Área").Bytes).Replace("\\u00C1", "Á", StringComparison.Ordinal));

        Assert.Equal("instrument.not-text", (await bench.As<LoadInstrument>().ExecuteAsync(latin, default)).Problem?.Code);
        Assert.Equal(1, await CountAsync(bench));
    }

    private static Task<int> CountAsync(AdministrationBench bench) => bench.QueryAsync(db => db.InstrumentVersions.CountAsync());
}
