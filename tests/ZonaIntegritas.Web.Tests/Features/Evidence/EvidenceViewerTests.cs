using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Xunit;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence;

namespace ZonaIntegritas.Web.Tests.Features.Evidence;

public sealed class EvidenceViewerTests : BunitContext
{
    private const string Module = "./Features/Evidence/EvidenceViewer.razor.js";

    private readonly EvidenceRow _letter = Row("SK Tim ZI.pdf", EvidenceType.Pdf);
    private readonly EvidenceRow _photo = Row("Pencanangan.jpg", EvidenceType.Jpeg);
    private readonly EvidenceRow _minutes = Row("Notulen.docx", EvidenceType.Docx);
    private readonly BunitJSModuleInterop _browser;

    public EvidenceViewerTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _browser = JSInterop.SetupModule(Module).SetupModule("create", _ => true);
        _browser.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Question_without_files_says_so_and_starts_nothing()
    {
        var viewer = Show();

        Assert.Equal("Belum ada berkas untuk soal ini.", viewer.Find(".empty").TextContent);
        Assert.Empty(JSInterop.Invocations);
    }

    [Fact]
    public void File_is_said_to_be_loading_until_the_browser_answers()
    {
        _browser.Setup<OpenedFile>("open", _ => true);

        var viewer = Show(_letter);

        Assert.Equal("Membuka berkas...", viewer.Find("[role=status]").TextContent);
        Assert.Equal("true", viewer.Find(".stage").GetAttribute("aria-busy"));
        Assert.True(viewer.Find("[data-part=page]").HasAttribute("disabled"));
    }

    [Fact]
    public void Opened_pdf_shows_its_page_count_and_tools_with_names()
    {
        Answer(new(12, null));

        var viewer = Show(_letter);

        viewer.WaitForAssertion(() => Assert.Empty(viewer.FindAll(".loading")));
        Assert.Equal("Hal.  dari 12", viewer.Find(".page-of").TextContent.Trim());
        Assert.Equal("Ke halaman, dari 12", viewer.Find("[data-part=page]").GetAttribute("aria-label"));
        Assert.All(viewer.FindAll(".tools button"), button => Assert.NotEmpty(button.GetAttribute("aria-label")!));
        Assert.Equal([$"/berkas/{_letter.VersionId}", "pdf", 1], _browser.VerifyInvoke("open").Arguments);
    }

    [Fact]
    public void Picture_has_its_name_as_text_and_no_page_number()
    {
        Answer(new(1, null));

        var viewer = Show(_photo);

        Assert.Equal("Pencanangan.jpg", viewer.Find("img").GetAttribute("alt"));
        Assert.Equal($"/berkas/{_photo.VersionId}", viewer.Find("img").GetAttribute("src"));
        Assert.Empty(viewer.FindAll("[data-part=page]"));
    }

    [Fact]
    public void Office_file_is_offered_for_download_and_not_opened()
    {
        var viewer = Show(_minutes);

        Assert.Equal("Dokumen Word, 2 KB", viewer.Find(".notice .soft").TextContent);
        Assert.Equal($"/berkas/{_minutes.VersionId}?unduh", viewer.Find(".notice a").GetAttribute("href"));
        Assert.Empty(JSInterop.Invocations);
    }

    [Theory]
    [InlineData("unreadable", "Berkas tidak dapat ditampilkan. Unduh untuk membukanya.", true)]
    [InlineData("unreachable", "Berkas belum dapat diambil dari server. Periksa jaringan, lalu coba lagi.", true)]
    [InlineData("locked", "Berkas ini dikunci dengan kata sandi. Unduh untuk membukanya.", false)]
    public void Refused_file_says_why_and_offers_the_download(string problem, string words, bool mayRetry)
    {
        Answer(new(0, problem));

        var viewer = Show(_letter);

        viewer.WaitForAssertion(() => Assert.Equal(words, viewer.Find("[role=alert] p").TextContent));
        Assert.Equal($"/berkas/{_letter.VersionId}?unduh", viewer.Find("[role=alert] a").GetAttribute("href"));
        Assert.Equal(mayRetry, viewer.FindAll("[role=alert] button").Count == 1);
        Assert.Empty(viewer.FindAll(".tools, .stage"));
    }

    [Fact]
    public void Trying_again_opens_the_file_again()
    {
        Answer(new(0, "unreachable"));
        var viewer = Show(_letter);
        viewer.WaitForElement("[role=alert] button");
        Answer(new(3, null));

        viewer.Find("[role=alert] button").Click();

        viewer.WaitForAssertion(() => Assert.Contains("dari 3", viewer.Find(".page-of").TextContent));
    }

    [Fact]
    public void Script_that_cannot_be_fetched_is_a_problem_of_the_line_not_of_the_page()
    {
        _browser.Setup<OpenedFile>("open", _ => true).SetException(new JSException("Failed to fetch"));

        var viewer = Show(_letter);

        viewer.WaitForAssertion(() => Assert.StartsWith("Berkas belum dapat diambil", viewer.Find("[role=alert] p").TextContent));
    }

    [Fact]
    public void Chosen_file_is_told_to_the_parent_and_stays_chosen_when_it_renders_again()
    {
        Guid? told = null;
        var viewer = Render<EvidenceViewer>(parameters => parameters
            .Add(each => each.Files, [_letter, _photo, _minutes])
            .Add(each => each.SelectedLinkIdChanged, EventCallback.Factory.Create<Guid?>(this, id => told = id)));

        viewer.FindAll(".file")[2].Click();
        viewer.Render(parameters => parameters.Add(each => each.Files, [_letter, _photo, _minutes]));

        Assert.Equal(_minutes.LinkId, told);
        Assert.Equal("Notulen.docx", viewer.Find(".file[aria-pressed=true]").TextContent);
        Assert.Equal("Notulen.docx", viewer.Find(".notice h3").TextContent);
        _browser.VerifyInvoke("close");
    }

    [Fact]
    public void Parent_chooses_and_a_file_that_is_gone_gives_way_to_the_first()
    {
        var viewer = Render<EvidenceViewer>(parameters => parameters
            .Add(each => each.Files, [_letter, _minutes]).Add(each => each.SelectedLinkId, _minutes.LinkId));
        Assert.Equal("Notulen.docx", viewer.Find(".notice h3").TextContent);

        viewer.Render(parameters => parameters.Add(each => each.Files, [_letter]));

        Assert.StartsWith("SK Tim ZI.pdf", viewer.Find(".name").TextContent);
    }

    [Fact]
    public async Task Leaving_closes_the_file_and_bears_that_the_browser_is_gone()
    {
        Answer(new(12, null));
        var viewer = Show(_letter);
        viewer.WaitForAssertion(() => Assert.Empty(viewer.FindAll(".loading")));
        _browser.SetupVoid("close").SetException(new JSDisconnectedException("The circuit has disconnected."));

        await viewer.Instance.DisposeAsync();

        _browser.VerifyInvoke("close");
    }

    private static EvidenceRow Row(string name, EvidenceType type) => EvidenceRows.Of(name, type);

    private void Answer(OpenedFile opened) => _browser.Setup<OpenedFile>("open", _ => true).SetResult(opened);

    private IRenderedComponent<EvidenceViewer> Show(params EvidenceRow[] files) =>
        Render<EvidenceViewer>(parameters => parameters.Add(viewer => viewer.Files, files));
}
