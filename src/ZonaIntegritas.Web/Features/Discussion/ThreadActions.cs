namespace ZonaIntegritas.Web.Features.Discussion;

/// <summary>What one does in a thread, together so that its panel asks for one thing.</summary>
public sealed class ThreadActions(WriteMessage write, SettleMessage settle, ReadMentions read)
{
    public WriteMessage Write { get; } = write;

    public SettleMessage Settle { get; } = settle;

    public ReadMentions Read { get; } = read;
}
