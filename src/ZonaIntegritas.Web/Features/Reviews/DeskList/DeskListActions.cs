using ZonaIntegritas.Web.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Features.Reviews.DeskList;

/// <summary>What the list does with many questions, together so that the page asks for one thing.</summary>
public sealed class DeskListActions(AcceptMany accept, ReturnMany returnMany, UndoMany undo)
{
    public AcceptMany Accept { get; } = accept;

    public ReturnMany Return { get; } = returnMany;

    public UndoMany Undo { get; } = undo;
}
