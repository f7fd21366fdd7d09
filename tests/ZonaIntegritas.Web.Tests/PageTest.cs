using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;
using MudBlazor.Services;
using ZonaIntegritas.Web.Data;
using ZonaIntegritas.Web.Features.Assessments;
using ZonaIntegritas.Web.Features.Assessments.Sheet;
using ZonaIntegritas.Web.Features.BackgroundWork;
using ZonaIntegritas.Web.Features.Evidence;
using ZonaIntegritas.Web.Features.Proposals.Journey;
using ZonaIntegritas.Web.Features.Reviews;
using ZonaIntegritas.Web.Identity;

namespace ZonaIntegritas.Web.Tests;

/// <summary>A page over the same database, as the circuit of one signed-in person sees it.</summary>
public abstract class PageTest : BunitContext
{
    /// <summary>The browser's half of a sheet: js/sheet.js.</summary>
    protected BunitJSModuleInterop SheetScript { get; private set; } = null!;

    /// <summary>Opens a page by its address.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(Scene scene, AppUser user, string path, Guid? assessmentId = null)
        where TPage : IComponent
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        SheetScript = JSInterop.SetupModule("./js/sheet.js");
        SheetScript.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<IDbContextFactory<AppDbContext>>(scene.Database);
        Services.AddSingleton<TimeProvider>(scene.Database.Clock);
        Services.AddSingleton(scene.Database.Storage);
        Services.AddSingleton(TestDatabase.SignIn(user));
        Services.AddSingleton<IWorkDispatcher>(new RecordingDispatcher());
        Services.AddAssessments().AddReviews().AddEvidence().AddJourney();
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
