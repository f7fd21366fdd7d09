using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Domain.Instruments;

public enum SectionKind
{
    /// <summary>Komponen: Pengungkit, Hasil.</summary>
    Component,

    /// <summary>Area perubahan.</summary>
    Area,

    /// <summary>Aspek: Pemenuhan, Reform.</summary>
    Aspect,

    Subcriterion,

    /// <summary>Komponen hasil: B.I, B.II.</summary>
    Outcome,

    /// <summary>Butir hasil: IPAK, capaian kinerja, IPKP.</summary>
    OutcomeItem,
}

/// <summary>A weighted part of the instrument: holds further sections or, at the bottom, questions.</summary>
/// <param name="Weight">Points at most.</param>
/// <param name="Group">Code of the <see cref="SectionGroup"/> it also counts in (A.I Pemenuhan, A.II Reform).</param>
public sealed record Section(
    string Code,
    SectionKind Kind,
    string Name,
    decimal Weight,
    string? Group,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Question> Questions,
    string? Source)
{
    /// <summary>Points at most for each question in it, for its questions share the weight equally; zero above the bottom.</summary>
    public Fraction QuestionWeight { get; } = Questions.Count > 0 ? Fraction.Of(Weight, Questions.Count) : Fraction.Zero;

    public IEnumerable<Section> SelfAndBelow() => Sections.SelectMany(child => child.SelfAndBelow()).Prepend(this);
}

/// <summary>A sum across sections, such as Pemenuhan over all areas.</summary>
public sealed record SectionGroup(string Code, string Name, string Component);
