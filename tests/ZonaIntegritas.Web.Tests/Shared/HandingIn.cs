using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ZonaIntegritas.Web.Shared.Files;

namespace ZonaIntegritas.Web.Tests.Shared;

/// <summary>Hands a file in as a browser does: over HTTP to a door, or through the field of a page.</summary>
internal static class HandingIn
{
    public static async Task<HttpResponseMessage> PostFileAsync(this HttpClient client, string door, string name, byte[] file, string? token = null, string field = FileDoor.Field)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), field, name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = form };
        if (token is not null)
        {
            request.Headers.Add(FileDoor.TokenHeader, token);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Puts the file where the door would have put it, and tells the page as its script does.</summary>
    public static async Task ChooseAsync<T>(this IRenderedComponent<T> page, IServiceProvider services, string name, byte[] file)
        where T : class, IComponent
    {
        var field = page.FindComponent<FileChoice>();
        await page.InvokeAsync(() => field.Instance.Chosen(name));
        using var content = new MemoryStream(file);
        var ticket = await services.GetRequiredService<HandedFiles>().KeepAsync(field.Instance.Door, new FormFile(content, 0, file.Length, FileDoor.Field, name), default);
        await page.InvokeAsync(() => field.Instance.Received(ticket));
    }
}
