using Xunit;
using ZonaIntegritas.Domain.Evidence;
using static ZonaIntegritas.Web.Tests.Features.Evidence.Content.Inspecting;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Content;

/// <summary>Whatever arrives, a look ends with yes or no: it never throws and never hangs. Each test says its seed.</summary>
public sealed class RandomContentTests
{
    private const int Runs = 400;

    private static readonly string[] Names = [.. EvidenceTypes.Endings.Select(ending => "a" + ending)];

    public static TheoryData<string, byte[]> Samples => new()
    {
        { "a.pdf", SmallFiles.Pdf },
        { "a.pdf", Fixture("plain-linearized.pdf") },
        { "a.pdf", Fixture("locked-linearized-xref-stream.pdf") },
        { "a.jpg", SmallFiles.Jpeg },
        { "a.png", SmallFiles.Png },
        { "a.webp", SmallFiles.WebP },
        { "a.webp", Pixels.WebPExtended(10, 10) },
        { "a.heic", SmallFiles.Heic },
        { "a.mp4", SmallFiles.Mp4 },
        { "a.docx", Office.With("word/media/image1.png", Office.Repeated("abcdefg", 3000)) },
        { "a.xlsx", Zip64.Rewrite(SmallFiles.Xlsx) },
        { "a.odt", SmallFiles.Odt },
        { "a.txt", SmallFiles.Text },
        { "a.csv", SmallFiles.Csv },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_beginning_of_a_sound_file_gets_an_answer(string name, byte[] content)
    {
        for (var length = 0; length < content.Length; length++)
        {
            Answers(content[..length], name, $"first {length} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sound_file_with_changed_bytes_gets_an_answer(string name, byte[] content)
    {
        byte[] telling = [0, 1, 0x7F, 0x80, 0xFF, (byte)'<', (byte)'P'];
        for (var seed = 0; seed < Runs; seed++)
        {
            var (random, changed) = (new Random(seed), content.ToArray());
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = random.Next(2) == 0 ? telling[random.Next(telling.Length)] : (byte)random.Next(256);
            }

            Answers(changed, name, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sound_file_under_every_other_name_is_refused_or_is_text(string name, byte[] content)
    {
        var own = EvidenceTypes.FromName(name)!.Value;
        foreach (var other in Names.Where(other => EvidenceTypes.FromName(other) != own))
        {
            Assert.True(Inspect(content, other).Problem is not null || own.IsText(), $"{name} as {other}");
        }
    }

    [Fact]
    public void Random_bytes_of_any_length_get_an_answer()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var random = new Random(seed);
            var content = new byte[random.Next(0, 5000)];
            random.NextBytes(content);
            foreach (var name in Names)
            {
                Answers(content, name, $"seed {seed}");
                // With a beginning that lets it in.
                var sample = Samples.Select(row => (Name: (string)row.Data.Item1, Content: (byte[])row.Data.Item2)).FirstOrDefault(row => row.Name == name);
                Answers([.. (sample.Content ?? [])[..Math.Min(24, sample.Content?.Length ?? 0)], .. content], name, $"beginning and seed {seed}");
            }
        }
    }

    private static void Answers(byte[] content, string name, string what)
    {
        try
        {
            var result = Inspect(content, name);
            Assert.True(result.Succeeded || result.Problem!.Message.Length > 0);
        }
        catch (Exception error)
        {
            Assert.Fail($"{name}, {what}: {error}");
        }
    }
}
