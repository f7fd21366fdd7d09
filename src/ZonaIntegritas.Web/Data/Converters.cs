using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ZonaIntegritas.Domain.Reminders;
using ZonaIntegritas.Domain.Scoring;

namespace ZonaIntegritas.Web.Data;

public sealed class UtcMomentConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>An answer as the JSON of answer files, so that the database reads like the paper.</summary>
public sealed class AnswerValueConverter() : ValueConverter<AnswerValue, string>(
    answer => AnswerJson.Write(answer),
    stored => AnswerJson.Restore(stored));

/// <summary>Points by section code in one column: a dashboard row is one row.</summary>
public sealed class PointsConverter() : ValueConverter<IReadOnlyDictionary<string, decimal>, string>(
    points => JsonSerializer.Serialize(points, JsonSerializerOptions.Default),
    stored => JsonSerializer.Deserialize<Dictionary<string, decimal>>(stored, JsonSerializerOptions.Default)!);

/// <summary>Dictionaries are replaced whole, never changed in place, so comparing references is enough.</summary>
public sealed class PointsComparer() : ValueComparer<IReadOnlyDictionary<string, decimal>>(
    (left, right) => ReferenceEquals(left, right),
    points => points.Count,
    points => points);

/// <summary>Names with commas between them.</summary>
public sealed class ReminderKindsConverter() : ValueConverter<IReadOnlyList<ReminderKind>, string>(
    kinds => string.Join(',', kinds),
    stored => stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ReminderKind>).ToList());

/// <summary>Lists are replaced whole as well.</summary>
public sealed class ReminderKindsComparer() : ValueComparer<IReadOnlyList<ReminderKind>>(
    (left, right) => ReferenceEquals(left, right),
    kinds => kinds.Count,
    kinds => kinds);
