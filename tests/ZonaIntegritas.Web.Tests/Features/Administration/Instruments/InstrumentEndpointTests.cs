using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using ZonaIntegritas.Domain.Access;

namespace ZonaIntegritas.Web.Tests.Features.Administration.Instruments;

public sealed class InstrumentEndpointTests
{
    [Fact]
    public async Task The_file_comes_back_as_it_was_and_only_to_an_administrator()
    {
        using var database = await TestDatabase.CreateAsync();
        var administrator = await database.AddUserAsync(Role.Administrator);
        var head = await database.AddUserAsync(Role.Pimpinan);
        await using var db = database.CreateDbContext();
        var address = new Uri($"/instrumen/{(await db.InstrumentVersions.SingleAsync()).Id}/berkas", UriKind.Relative);
        await using var app = new WebAppUnderTest(database);

        using var given = await (await app.SignInAsync(administrator)).GetAsync(address);
        using var refused = await (await app.SignInAsync(head)).GetAsync(address);
        using var nobody = await app.Visitor().GetAsync(address);

        Assert.Equal(InstrumentFiles.Shipped, await given.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", given.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("lke-zi-2021 versi 1.json", given.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", string.Join("", given.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }
}
