using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Applying;

/// <summary>What the page of a period can do, in one place for it.</summary>
public sealed class InstrumentChanges(ApplyInstrument apply, UndoInstrumentChange undo)
{
    public Task<Result<int>> ApplyAsync(ApplyInstrumentCommand command, CancellationToken ct) => apply.ExecuteAsync(command, ct);

    public Task<Result<int>> UndoAsync(UndoInstrumentCommand command, CancellationToken ct) => undo.ExecuteAsync(command, ct);
}
