using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;
using MudBlazor.Services;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Data.Live;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Assessments.Sheet;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Discussion;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Proposals.Journey;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>A page over the same database, as the circuit of one signed-in person sees it.</summary>
public abstract class PageTest : BunitContext
{
    // Pages also read what others save; on a busy machine a second is not enough for that.
    protected PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(20);

    /// <summary>The browser's half of a sheet: js/sheet.js.</summary>
    protected BunitJSModuleInterop SheetScript { get; set; } = null!;

    /// <summary>The page is not told what others save, as when the signal comes late: what it saves may then be stale.</summary>
    protected bool HearsNothing { get; set; }

    /// <summary>Opens a page by its address.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(Scene scene, AppUser user, string path, Guid? assessmentId = null)
        where TPage : IComponent
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SheetScript ??= JSInterop.SetupModule("./js/sheet.js");
        SheetScript.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<IDbContextFactory<AppDbContext>>(scene.Database);
        Services.AddSingleton<TimeProvider>(scene.Database.Clock);
        Services.AddSingleton(scene.Database.Storage);
        Services.AddSingleton(HearsNothing ? new SheetBroadcast() : scene.Database.Broadcast);
        Services.AddSingleton(TestDatabase.SignIn(user));
        Services.AddSingleton<IWorkDispatcher>(new RecordingDispatcher());
        Services.AddAssessments().AddReviews().AddEvidence().AddJourney().AddDiscussion();
        Render<MudPopoverProvider>();
        Services.GetRequiredService<NavigationManager>().NavigateTo(path);
        return Render<TPage>(parameters =>
        {
            if (assessmentId is { } id)
            {
                parameters.TryAdd("AssessmentId", id);
            }
        });
    }

    /// <summary>Presses a key as js/sheet.js reports it.</summary>
    protected Task PressAsync(string key) =>
        ((DotNetObjectReference<SheetKeys>)SheetScript.Invocations["attach"].SelectMany(call => call.Arguments).Single(argument => argument is DotNetObjectReference<SheetKeys>)!)
            .Value.OnKey(key);

    /// <summary>Messages that the page has shown for a moment.</summary>
    protected IEnumerable<string> Messages => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(snackbar => snackbar.Message ?? "");
}
