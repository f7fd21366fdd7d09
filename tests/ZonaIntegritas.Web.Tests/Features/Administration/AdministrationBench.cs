using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Administration;
using ZonaIntegritas.Web.Features.Administration.People;
using ZonaIntegritas.Web.Features.Administration.Units;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests.Features.Administration;

/// <summary>The administration's use cases over a <see cref="TestDatabase"/>, each resolved in a circuit of the person who acts.</summary>
internal sealed class AdministrationBench : IDisposable
{
    private readonly ServiceProvider _services;
    private bool _borrowed;

    private AdministrationBench(TestDatabase database)
    {
        Database = database;
        var services = new ServiceCollection();
        AddTo(services, database);
        _services = services.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public AppUser Administrator { get; private set; } = null!;

    public static async Task<AdministrationBench> CreateAsync() => await OwningAsync(await TestDatabase.CreateAsync());

    /// <summary>Over what a scene has built; the bench takes the database with it when it goes.</summary>
    public static async Task<AdministrationBench> OwningAsync(TestDatabase database)
    {
        var bench = new AdministrationBench(database);
        bench.Administrator = await bench.Database.AddUserAsync(Role.Administrator, name: "Bagus Prakoso");
        return bench;
    }

    /// <summary>Over a scene's database, which the scene disposes of.</summary>
    public static async Task<AdministrationBench> OverAsync(TestDatabase database)
    {
        var bench = new AdministrationBench(database) { _borrowed = true };
        bench.Administrator = await database.AddUserAsync(Role.Administrator, name: "Bagus Prakoso");
        return bench;
    }

    public static void AddTo(IServiceCollection services, TestDatabase database)
    {
        services.AddLogging();
        services.AddSingleton<IDbContextFactory<AppDbContext>>(database);
        services.AddScoped(_ => database.CreateDbContext());
        services.AddSingleton<TimeProvider>(database.Clock);
        services.AddSingleton(database.Instruments);
        services.AddSingleton(database.Sheets);
        services.AddScoped<CurrentUser>().AddScoped<Authorizer>();
        services.AddIdentityCore<AppUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AppDbContext>();
        services.AddAdministration();
    }

    /// <summary>The use case as this person's open page has it; nobody means the administrator.</summary>
    public T As<T>(AppUser? person = null)
        where T : notnull
    {
        var circuit = _services.CreateScope().ServiceProvider;
        circuit.GetRequiredService<CurrentUser>().Set(TestDatabase.PrincipalOf(person ?? Administrator));
        return circuit.GetRequiredService<T>();
    }

    public async Task<AppUser> ReadAsync(Guid personId)
    {
        await using var db = Database.CreateDbContext();
        return await db.Users.AsNoTracking().SingleAsync(user => user.Id == personId);
    }

    public async Task<bool> PasswordIsAsync(Guid personId, string password)
    {
        using var scope = _services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        return await users.CheckPasswordAsync((await users.FindByIdAsync(personId.ToString()))!, password);
    }

    public async Task<T> QueryAsync<T>(Func<AppDbContext, Task<T>> query)
    {
        await using var db = Database.CreateDbContext();
        return await query(db);
    }

    public Task HoldAsync(Guid unitId, string predicate) => QueryAsync(async db =>
    {
        (await db.WorkUnits.SingleAsync(unit => unit.Id == unitId)).Hold(predicate, 2024);
        return await db.SaveChangesAsync();
    });

    public static UnitDetails Unit(string shortName = "DISDIK", string? held = null, int? since = null) =>
        new($"Dinas {shortName}", shortName, IndonesianZone.WITA, "Kota Contoh", "Ratna Dewi", "197501012000032001", held, since);

    public static PersonDetails Person(Role role = Role.Pimpinan, Guid? unit = null, string name = "Made Surya") =>
        new(name, role, unit, "Kepala Dinas", "198001012005011001");

    public void Dispose()
    {
        _services.Dispose();
        if (!_borrowed)
        {
            Database.Dispose();
        }
    }
}
