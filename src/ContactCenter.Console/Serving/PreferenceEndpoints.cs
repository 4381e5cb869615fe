using ContactCenter.Core.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Serving;

/// <summary>How somebody reads: language, zone, light or dark. It stays in their browser.</summary>
internal static class PreferenceEndpoints
{
    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/preferences", SetAsync);

    private static async Task SetAsync(HttpContext context)
    {
        var filled = await Filled.ReadAsync(context);
        if (Translation.Languages.Contains(filled.Text("language") ?? ""))
        {
            Keep(context, PageReader.LanguageCookie, filled.Text("language")!);
        }

        if (PageReader.ZoneOf(filled.Text("zone")) is { } zone)
        {
            Keep(context, PageReader.ZoneCookie, zone.Id);
        }

        if (filled.Text("theme") is ("light" or "dark" or "auto") and { } theme)
        {
            Keep(context, PageReader.ThemeCookie, theme);
        }

        Show.Back(context, filled.Return);
    }

    private static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
    });
}
