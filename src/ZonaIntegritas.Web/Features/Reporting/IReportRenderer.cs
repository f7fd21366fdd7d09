using ZonaIntegritas.Web.Features.Reporting.Documents;

namespace ZonaIntegritas.Web.Features.Reporting;

/// <summary>Turns a paper document into a file. Another engine is one more class behind this seam.</summary>
public interface IReportRenderer
{
    /// <summary>The media type of what <see cref="Render"/> writes.</summary>
    string ContentType { get; }

    /// <summary>Writes the whole file. Writes synchronously: give it a buffer or a file, not a response body.</summary>
    void Render(PaperDocument document, Stream output);
}
