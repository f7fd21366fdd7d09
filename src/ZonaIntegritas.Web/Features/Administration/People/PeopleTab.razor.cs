using Microsoft.AspNetCore.Components;
using MudBlazor;
using ZonaIntegritas.Domain.Access;
using ZonaIntegritas.Web.Data;

namespace ZonaIntegritas.Web.Features.Administration.People;

/// <summary>The people; search, role and page stand in the address, which the page around it reads.</summary>
public sealed partial class PeopleTab
{
    private RowPage<PersonRow>? _people;
    private OpenPanel? _panel;
    private (string?, string?, int)? _shown;

    private enum PanelKind
    {
        Person,
        Secret,
    }

    [Parameter]
    public string? Cari { get; set; }

    [Parameter]
    public string? Peran { get; set; }

    [Parameter]
    public int? Hal { get; set; }

    /// <summary>Something was added or changed.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required PeopleQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private int PageNumber => Math.Max(1, Hal ?? 1);

    private Role? ChosenRole => Enum.TryParse<Role>(Peran, out var role) && Enum.IsDefined(role) ? role : null;

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Cari, Peran, PageNumber))
        {
            _shown = (Cari, Peran, PageNumber);
            await ReloadAsync();
        }
    }

    private Task ReloadAsync() => LoadAsync(async ct => _people = await Queries.PageAsync(Cari, ChosenRole, PageNumber, ct));

    private void Filter(string name, ChangeEventArgs change)
    {
        var text = (change.Value as string)?.Trim();
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?> { [name] = string.IsNullOrEmpty(text) ? null : text, ["hal"] = null }));
    }

    private void GoTo(int page) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("hal", page));

    private void Open(PanelKind kind, PersonRow? person) => _panel = new(
        kind,
        person,
        person is null ? "Tambah orang" : $"Ubah {person.Details.Name}");

    /// <summary>Teams have a screen of their own; it opens with this person's shares.</summary>
    private static string AssignmentsOf(PersonRow person) =>
        $"/tim?bagian=evaluator&cari={Uri.EscapeDataString(person.Details.Name)}&orang={person.Id}";

    private void Close() => _panel = null;

    private async Task SavedAsync(SavedPerson saved)
    {
        await DoneAsync($"{saved.Name} tersimpan.");
        // One that the administrator chose is known already.
        if (saved is { Person: { } added, PasswordWasMade: true })
        {
            Snackbar.Clear(); // It would lie over the password.
            _panel = new(PanelKind.Secret, null, $"Kata sandi pertama {saved.Name}", added.Password);
        }
    }

    private async Task DoneAsync(string done)
    {
        Close();
        Snackbar.Add(done, Severity.Success);
        await ReloadAsync();
        await OnChanged.InvokeAsync();
    }

    private sealed record OpenPanel(PanelKind Kind, PersonRow? Person, string Title, string? Secret = null);
}
