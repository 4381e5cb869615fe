using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Serving;

/// <summary>What came of what somebody did, told on the page that they come back to.</summary>
/// <param name="Text">What, as a sentence.</param>
/// <param name="Lines">Of each thing that it was done to, where there are several.</param>
/// <param name="IsBad">True: something was not done.</param>
public sealed record Flash(string Text, IReadOnlyList<string> Lines, bool IsBad)
{
    /// <summary>The act by which it is undone; null: it cannot be.</summary>
    public string? Undo { get; init; }

    /// <summary>Done.</summary>
    public static Flash Good(string text) => new(text, [], IsBad: false);

    /// <summary>Not done, and why.</summary>
    public static Flash Bad(Problem problem) => new($"{problem.Title} {problem.Detail}", [], IsBad: true);
}

/// <summary>
/// Carries it over the redirect: in a cookie, because the next request may meet another process, and sealed, because what it says is
/// shown as ours.
/// </summary>
/// <param name="protection">Seals it.</param>
internal sealed class FlashCookie(IDataProtectionProvider protection)
{
    private const string Name = "flash";

    /// <summary>A cookie of more than 4 KB is dropped by browsers.</summary>
    private const int MaximumLines = 12;

    private const int MaximumText = 200;

    private readonly IDataProtector _seal = protection.CreateProtector("flash");

    /// <summary>Puts it into an answer.</summary>
    public void Set(HttpContext context, Flash flash)
    {
        var bounded = flash with { Text = Cut(flash.Text), Lines = [.. flash.Lines.Take(MaximumLines).Select(Cut)] };
        context.Response.Cookies.Append(
            Name, _seal.Protect(JsonSerializer.Serialize(bounded, FlashJson.Default.Flash)), Options(context));
    }

    /// <summary>Takes it out of a request, once.</summary>
    public Flash? Take(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } sealedText)
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(context));
        try
        {
            return JsonSerializer.Deserialize(_seal.Unprotect(sealedText), FlashJson.Default.Flash);
        }
        catch (Exception unreadable) when (unreadable is System.Security.Cryptography.CryptographicException or JsonException)
        {
            // of another process, or made up
            return null;
        }
    }

    private static string Cut(string text) => text.Length <= MaximumText ? text : $"{text.AsSpan(0, MaximumText)}\u2026";

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromMinutes(1),
    };
}

/// <summary>How it is written.</summary>
[JsonSerializable(typeof(Flash))]
internal sealed partial class FlashJson : JsonSerializerContext;
