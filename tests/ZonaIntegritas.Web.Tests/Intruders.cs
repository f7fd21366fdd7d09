using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>People who must not write on a sheet, each for a reason of its own.</summary>
public static class Intruders
{
    /// <summary>None of them may fill in; the last four are the coordinator herself, in a circuit that is no longer hers.</summary>
    public static IReadOnlyDictionary<string, Func<Scene, Task<Authorizer>>> OfFilling { get; } = new Dictionary<string, Func<Scene, Task<Authorizer>>>
    {
        ["coordinator of another unit"] = async scene => await SignInAsync(scene, Role.Koordinator, ofOtherUnit: true),
        ["coordinator of no unit"] = async scene => await SignInAsync(scene, Role.Koordinator),
        ["evaluator of the unit"] = scene => Task.FromResult(TestDatabase.SignIn(scene.Evaluator)),
        ["head of the unit"] = async scene => TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit)),
        ["head of the instansi"] = async scene => await SignInAsync(scene, Role.Pimpinan),
        ["administrator"] = async scene => await SignInAsync(scene, Role.Administrator),
        ["nobody"] = _ => Task.FromResult(new Authorizer(new CurrentUser())),
        ["closed account"] = scene => ClosedAsync(scene, scene.Coordinator),
        ["changed password"] = scene => RestampedAsync(scene, scene.Coordinator),
        ["lost role"] = scene => WithoutRoleAsync(scene, scene.Coordinator),
        ["moved to another unit"] = MovedAsync,
    };

    /// <summary>None of them may judge.</summary>
    public static IReadOnlyDictionary<string, Func<Scene, Task<Authorizer>>> OfReviewing { get; } = new Dictionary<string, Func<Scene, Task<Authorizer>>>
    {
        ["evaluator who is not assigned"] = async scene => await SignInAsync(scene, Role.Evaluator),
        ["evaluator of the own unit, even assigned"] = async scene =>
            TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Evaluator, scene.Unit, "Rekan Unit", scene.Unit)),
        ["coordinator of the unit"] = scene => Task.FromResult(TestDatabase.SignIn(scene.Coordinator)),
        ["coordinator who is assigned"] = async scene =>
            TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Koordinator, null, "Bukan TPI", scene.Unit)),
        ["head of the unit"] = async scene => TestDatabase.SignIn(await scene.Database.AddUserAsync(Role.Pimpinan, scene.Unit)),
        ["head of the instansi"] = async scene => await SignInAsync(scene, Role.Pimpinan),
        ["administrator"] = async scene => await SignInAsync(scene, Role.Administrator),
        ["nobody"] = _ => Task.FromResult(new Authorizer(new CurrentUser())),
        ["closed account"] = scene => ClosedAsync(scene, scene.Evaluator),
        ["changed password"] = scene => RestampedAsync(scene, scene.Evaluator),
        ["lost role"] = scene => WithoutRoleAsync(scene, scene.Evaluator),
        ["lost assignment"] = UnassignedAsync,
    };

    private static async Task<Authorizer> SignInAsync(Scene scene, Role role, bool ofOtherUnit = false) => TestDatabase.SignIn(
        await scene.Database.AddUserAsync(role, ofOtherUnit ? await scene.Database.AddUnitAsync("Dinas Sosial") : null));

    private static async Task<Authorizer> ClosedAsync(Scene scene, AppUser user)
    {
        await scene.Database.CloseAccountAsync(user);
        return TestDatabase.SignIn(user);
    }

    private static async Task<Authorizer> RestampedAsync(Scene scene, AppUser user)
    {
        await using var db = scene.Database.CreateDbContext();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "another"));
        return TestDatabase.SignIn(user);
    }

    private static async Task<Authorizer> WithoutRoleAsync(Scene scene, AppUser user)
    {
        await using var db = scene.Database.CreateDbContext();
        await db.UserRoles.Where(link => link.UserId == user.Id).ExecuteDeleteAsync();
        return TestDatabase.SignIn(user);
    }

    private static async Task<Authorizer> MovedAsync(Scene scene)
    {
        var other = await scene.Database.AddUnitAsync("Dinas Sosial");
        await using var db = scene.Database.CreateDbContext();
        await db.Users.Where(u => u.Id == scene.Coordinator.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.UnitId, other.Id));
        return TestDatabase.SignIn(scene.Coordinator);
    }

    private static async Task<Authorizer> UnassignedAsync(Scene scene)
    {
        await scene.Database.EndAssignmentsAsync(scene.Evaluator);
        return TestDatabase.SignIn(scene.Evaluator);
    }
}
