using Bunit;
using Microsoft.JSInterop;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Serving;
using ZonaIntegritas.Web.Features.Evidence.Viewing;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

/// <summary>What the viewer says and asks for, kind by kind; <see cref="EvidenceViewerTests"/> has its manners.</summary>
public sealed class EvidenceSightTests : BunitContext
{
    private readonly BunitJSModuleInterop _browser;

    public EvidenceSightTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _browser = JSInterop.SetupModule("./Features/Evidence/EvidenceViewer.razor.js").SetupModule("create", _ => true);
        _browser.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_letter_opens_at_the_page_that_is_meant_and_the_bar_says_which()
    {
        Answer(new(20, null));

        var viewer = Show(Row("SK.pdf", EvidenceType.Pdf) with { Page = 12, Passage = "diktum kedua" });

        Assert.Equal("pdf 12", AskedLast());
        Assert.Equal("hal. 12, diktum kedua", viewer.Find(".place").TextContent.Trim());
        Assert.Equal("12", viewer.Find("[data-part=page]").GetAttribute("value"));
    }

    [Fact]
    public void A_page_past_the_end_is_said()
    {
        Answer(new(3, null));

        var viewer = Show(Row("SK.pdf", EvidenceType.Pdf) with { Page = 12 });

        viewer.WaitForAssertion(() => Assert.Equal("hal. 12 (berkas hanya 3 halaman)", viewer.Find(".place").TextContent.Trim()));
    }

    [Fact]
    public void Another_file_another_page_and_another_version_open_anew_and_nothing_else_does()
    {
        Answer(new(20, null));
        var (one, two) = (Row("SK.pdf", EvidenceType.Pdf) with { Page = 12 }, Row("Notulen.pdf", EvidenceType.Pdf) with { Page = 3 });
        var viewer = Show(one, two);

        viewer.Render(parameters => parameters.Add(each => each.Files, [one with { }, two]));
        Assert.Equal(["pdf 12"], Asked());
        viewer.FindAll(".file")[1].Click();
        Assert.Equal("pdf 3", AskedLast());
        viewer.Render(parameters => parameters.Add(each => each.Files, [one, two with { Page = 4 }]));
        Assert.Equal("pdf 4", AskedLast());
        viewer.Render(parameters => parameters.Add(each => each.Files, [one, two with { Page = 4, VersionId = Guid.CreateVersion7(), Number = 2 }]));

        Assert.Equal(["pdf 12", "pdf 3", "pdf 4", "pdf 4"], Asked());
    }

    [Theory]
    [InlineData("Catatan.txt", EvidenceType.Text, "text 1")]
    [InlineData("Rekap.csv", EvidenceType.Csv, "table 1")]
    [InlineData("Profil.mp4", EvidenceType.Mp4, "video 1")]
    [InlineData("Foto.webp", EvidenceType.WebP, "image 1")]
    public void Each_kind_is_opened_its_own_way(string name, EvidenceType type, string asked)
    {
        Answer(new(1, null));

        var viewer = Show(Row(name, type));

        Assert.Equal(asked, AskedLast());
        Assert.Equal(type == EvidenceType.Mp4, viewer.FindAll("video[controls][preload=metadata]").Count == 1);
        Assert.Equal(type == EvidenceType.Mp4, viewer.FindAll(".tools").Count == 0);
        // Writing is not turned on its side.
        Assert.Equal(type.IsImage(), viewer.FindAll("[data-do=turn]").Count == 1);
    }

    [Fact]
    public void A_video_that_cannot_be_played_is_offered_for_download()
    {
        Answer(new(0, "unplayable"));

        var viewer = Show(Row("Profil.mp4", EvidenceType.Mp4));

        viewer.WaitForAssertion(() => Assert.StartsWith("Peramban ini tidak dapat memutar video ini.", viewer.Find("[role=alert] p").TextContent));
        Assert.Empty(viewer.FindAll("[role=alert] button"));
    }

    [Theory]
    [InlineData(ScanState.Waiting, "", "Menunggu pemindaian")]
    [InlineData(ScanState.Infected, "Uji.Tanda", "Ditolak pemindai: Uji.Tanda")]
    public void What_is_not_clean_says_so_and_offers_nothing(ScanState scan, string threat, string words)
    {
        var viewer = Show(Row("SK.pdf", EvidenceType.Pdf) with { Scan = scan, Threat = threat }, Row("Foto.jpg", EvidenceType.Jpeg) with { Scan = scan });

        Assert.Equal(words, viewer.Find(".notice .tag").TextContent);
        Assert.Empty(viewer.FindAll("a, img, .stage"));
        Assert.Empty(Asked());
    }

    [Theory]
    [InlineData(ContentWarning.PasswordProtected, "PDF ini dikunci atau dibatasi dengan kata sandi: evaluator mungkin tidak dapat membukanya.")]
    [InlineData(ContentWarning.Damaged, "PDF ini rusak sebagian: evaluator mungkin tidak dapat membukanya.")]
    public void What_is_doubtful_stands_above_the_file(ContentWarning warning, string words) =>
        Assert.Equal(words, Show(Row("SK.pdf", EvidenceType.Pdf) with { Warning = warning }).Find(".band.warning").TextContent.Trim());

    [Fact]
    public void A_newer_version_that_is_not_put_forward_is_mentioned()
    {
        Assert.Equal(
            "Ini versi 1. Ada versi 3 yang belum diajukan untuk soal ini.", Show(Row("SK.pdf", EvidenceType.Pdf) with { Latest = 3 }).Find(".band.quiet").TextContent.Trim());
        Assert.Empty(Show(Row("SK.pdf", EvidenceType.Pdf)).FindAll(".band"));
    }

    [Fact]
    public void Pictures_to_choose_from_are_seen_small()
    {
        var photo = Row("Foto.jpg", EvidenceType.Jpeg);

        var viewer = Show(Row("SK.pdf", EvidenceType.Pdf), photo);

        Assert.Equal($"/berkas/{photo.VersionId}/gambar-kecil", viewer.FindAll(".file")[1].QuerySelector("img")?.GetAttribute("src"));
        Assert.Null(viewer.FindAll(".file")[0].QuerySelector("img"));
    }

    [Fact]
    public void A_photo_tells_of_itself_only_when_asked()
    {
        var photo = Row("Foto.heic", EvidenceType.Heic);
        var module = JSInterop.SetupModule("./js/viewer/photo-data.js");
        module.Setup<PhotoData?>("read", $"/berkas/{photo.VersionId}/data-foto")
            .SetResult(new("17 Oktober 2024 08.15", null, -6.2088, 106.8456, "6,2088° LS, 106,8456° BT", 4032, 3024));
        var viewer = Show(photo);
        Assert.Empty(module.Invocations);

        viewer.Find("button[aria-expanded=false]").Click();

        viewer.WaitForAssertion(() => Assert.Equal(
            ["17 Oktober 2024 08.15", "6,2088° LS, 106,8456° BT", "tidak tercatat", "4.032 × 3.024 piksel"], viewer.FindAll(".photo-data dd").Select(cell => cell.TextContent)));
        viewer.Find("button[aria-expanded=true]").Click();
        Assert.Empty(viewer.FindAll(".photo-data"));
    }

    [Fact]
    public void A_photo_that_cannot_be_asked_says_so()
    {
        JSInterop.SetupModule("./js/viewer/photo-data.js").Setup<PhotoData?>("read", _ => true).SetException(new JSException("line"));
        var panel = Render<PhotoPanel>(parameters => parameters.Add(each => each.VersionId, Guid.CreateVersion7()));

        panel.Find("button").Click();

        panel.WaitForAssertion(() => Assert.StartsWith("Data foto belum dapat dibaca.", panel.Find(".photo-data p").TextContent));
    }

    private static EvidenceRow Row(string name, EvidenceType type) => EvidenceRows.Of(name, type);

    private void Answer(OpenedFile opened) => _browser.Setup<OpenedFile>("open", _ => true).SetResult(opened);

    private List<string> Asked() => [.. _browser.Invocations["open"].Select(call => $"{call.Arguments[1]} {call.Arguments[2]}")];

    private string AskedLast() => Asked()[^1];

    private IRenderedComponent<EvidenceViewer> Show(params EvidenceRow[] files) =>
        Render<EvidenceViewer>(parameters => parameters.Add(viewer => viewer.Files, files));
}
