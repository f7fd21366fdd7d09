namespace ZonaIntegritas.Web.Features.Reviews.Desk;

/// <summary>What the desk does besides judging, together so that the page asks for one thing.</summary>
public sealed class DeskActions(ReturnQuestion returnQuestion, TakeBackReturn takeBack, ConcludeReview conclude, LhePreviewQueries lhe)
{
    public ReturnQuestion Return { get; } = returnQuestion;

    public TakeBackReturn TakeBack { get; } = takeBack;

    public ConcludeReview Conclude { get; } = conclude;

    public LhePreviewQueries Lhe { get; } = lhe;
}
