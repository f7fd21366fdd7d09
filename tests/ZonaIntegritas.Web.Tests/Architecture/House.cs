using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Tests.Architecture;

/// <summary>The web assembly as the rules see it.</summary>
internal static class House
{
    private const string Features = "ZonaIntegritas.Web.Features.";

    public static Assembly Web { get; } = typeof(AppDbContext).Assembly;

    public static IReadOnlyList<Type> FeatureTypes { get; } =
        [.. Web.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith(Features, StringComparison.Ordinal) == true)];

    public static IEnumerable<string> FeatureNames => FeatureTypes.Select(FeatureOf).Distinct()!;

    /// <summary>Null for types outside of features.</summary>
    public static string? FeatureOf(Type type) =>
        type.Namespace?.StartsWith(Features, StringComparison.Ordinal) == true ? type.Namespace[Features.Length..].Split('.')[0] : null;

    /// <summary>A class that opens the database itself and is executed.</summary>
    public static bool IsUseCase(Type type) => TakesDatabase(type) && type.GetMethod("ExecuteAsync") is not null;

    public static bool TakesDatabase(Type type) => Takes(type, typeof(IDbContextFactory<AppDbContext>)) || Takes(type, typeof(AppDbContext));

    public static bool Takes(Type type, Type dependency) =>
        type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == dependency));
}
