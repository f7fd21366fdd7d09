using ZonaIntegritas.Domain.Common;
using ZonaIntegritas.Web.Features.Reviews.Many;

namespace ZonaIntegritas.Web.Features.Reviews.DeskList;

/// <summary>Ticking, and what is done with what is ticked.</summary>
public sealed partial class DeskListPage
{
    private void Toggle(string code)
    {
        if (!_picked.Remove(code))
        {
            _picked.Add(code);
        }
    }

    private void Pick(Func<DeskRow, bool> which) => _picked.UnionWith(Shown.Where(row => row.MayTick && which(row)).Select(row => row.Code));

    private bool Agrees(DeskRow row) => row.Waits && row.Below(_list!.Workspace.MyTier!.Value) is { } below && below.Equals(row.Unit);

    private Task<bool> AcceptAsync() => DoAsync("diterima", ct => Actions.Accept.ExecuteAsync(new(AssessmentId, [.. InOrder().Select(_list!.ItemOf)]), ct));

    private async Task ReturnAsync(string reason)
    {
        if (await DoAsync("dikembalikan", ct => Actions.Return.ExecuteAsync(new(AssessmentId, [.. InOrder()], reason), ct)))
        {
            _returning = false;
        }
    }

    private Task<bool> UndoAsync() => DoAsync("diurungkan", ct => Actions.Undo.ExecuteAsync(new(AssessmentId, _last!.Value.Result.Steps), ct));

    private async Task<bool> DoAsync(string verb, Func<CancellationToken, Task<Result<ManyResult>>> act)
    {
        ManyResult? result = null;
        var went = await RunAsync(
            async ct =>
            {
                var outcome = await act(ct);
                result = outcome.Succeeded ? outcome.Value : null;
                return outcome.Problem is { } problem ? problem : Result.Ok;
            },
            "");
        if (went && result is not null)
        {
            _last = (result, verb);
            _picked.Clear();
            await ReloadAsync();
        }

        return went;
    }

    private IEnumerable<string> InOrder() => _list!.Rows.Select(row => row.Code).Where(_picked.Contains);

    private Task OnKeyAsync(string key) => InvokeAsync(async () =>
    {
        switch (key)
        {
            case "j" or "k":
                Move(key == "j" ? 1 : -1);
                StateHasChanged();
                await _keys!.RevealAsync();
                break;
            case "x" when _current is { } code && Shown.Any(row => row.Code == code && row.MayTick):
                Toggle(code);
                break;
            case "r" when _picked.Count > 0:
                _returning = true;
                break;
            case "enter" when _current is { } open:
                Navigation.NavigateTo($"/penilaian/{AssessmentId}?soal={Uri.EscapeDataString(open)}");
                break;
        }

        StateHasChanged();
    });

    private void Move(int step)
    {
        var codes = Shown.Select(row => row.Code).ToList();
        if (codes.Count > 0)
        {
            _current = codes[Math.Clamp(_current is { } code && codes.Contains(code) ? codes.IndexOf(code) + step : 0, 0, codes.Count - 1)];
        }
    }
}
