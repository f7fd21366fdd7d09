using FsCheck;
using FsCheck.Fluent;
using ZonaIntegritas.Domain.Instruments;

namespace ZonaIntegritas.Domain.Tests.Support;

/// <summary>The shipped instrument after a few changes somebody might make to it; always a file without faults.</summary>
public sealed record ChangedInstrument(Instrument Instrument, string Changes)
{
    public override string ToString() => Changes;
}

public static class AnyInstrument
{
    private static readonly byte[] Shipped = Files.Bytes("seed-data/instruments/lke-zi-2021.json");

    public static Arbitrary<ChangedInstrument> Instruments() => Gen
        .Choose(0, 5)
        .SelectMany(count => Gen.ArrayOf(Change(), count))
        .Select(Apply)
        .ToArbitrary();

    private static ChangedInstrument Apply((string Name, Action<NextVersion> Change)[] changes)
    {
        var next = new NextVersion(Shipped).Version("2");
        foreach (var (_, change) in changes)
        {
            // Two changes may meet at one question: what the first took away the second cannot change.
            try
            {
                change(next);
            }
            catch (InvalidOperationException)
            {
                continue;
            }
        }

        var reading = InstrumentFile.Read(next.Bytes);
        return reading.Instrument is { } instrument
            ? new(instrument, string.Join("; ", changes.Select(change => change.Name)))
            : Apply(changes[..^1]);
    }

    private static Gen<(string Name, Action<NextVersion> Change)> Change()
    {
        var places = TheInstrument.Lke2021.Places;
        var several = places.Where(place => place.Leaf.Questions.Count > 1).Select(place => place.Question.Code).ToArray();
        var leaves = TheInstrument.Lke2021.Sections.Where(section => section.Questions.Count > 0).ToArray();
        var counted = places.Where(place => place.Question.Formula is not null).Select(place => place.Question.Code).ToArray();
        return Gen.OneOf(
            Of("without", several, (next, code) => next.Without(code)),
            Of("reword", [.. places.Select(place => place.Question.Code)], (next, code) => next.Reword(code, "Rumusan lain")),
            Of("rescale", [.. places.Select(place => place.Question.Code)], (next, code) => next.Rescale(code, ("A", 1m), ("Ya", 0.8m), ("C", 0.2m))),
            Of("new input", counted, (next, code) => next.AddInput(code, "baru", "Isian baru")),
            Of("zero rule", counted, (next, code) => next.Formula(code)["whenWholeIsZero"] = "full"),
            Of("free counts", counted, (next, code) => next.Formula(code)["limits"] = null),
            Of("move", several, (next, code) => next.Move(code, "A.I.6.i")),
            Of("add", [.. leaves.Select(leaf => leaf.Code)], (next, code) => next.Add(code, $"baru {code}", "Soal baru")),
            Of("rename", [.. leaves.Select(leaf => leaf.Code)], (next, code) => next.Rename(code, "Nama lain")),
            Of("shift", ["A.I.1.i", "A.I.1.iii"], (next, code) => next.Shift("A.I.1.ii", code, 0.125m)),
            Of("limit", ["WBK", "WBBM"], (next, code) => next.Minimum(code, "A", 41.5m)));
    }

    private static Gen<(string, Action<NextVersion>)> Of(string name, string[] codes, Action<NextVersion, string> change) =>
        Gen.Elements(codes).Select<string, (string, Action<NextVersion>)>(code => ($"{name} {code}", next => change(next, code)));
}
