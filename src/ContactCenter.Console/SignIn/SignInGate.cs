using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Deployment;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactCenter.Web.SignIn;

/// <summary>
/// Who a request comes from. Whoever is not known is led to where people sign in, and comes back to the page that they wanted; a form or a
/// question of the script is refused instead, because nobody would see where it was led.
/// </summary>
/// <param name="next">What is behind.</param>
/// <param name="settings">How people sign in.</param>
/// <param name="callers">Knows what people may do.</param>
internal sealed class SignInGate(RequestDelegate next, SignInSettings settings, KnownCallers callers)
{
    /// <summary>Where a form signs somebody out.</summary>
    public const string SignOut = "/sign-out";

    private static readonly object CallerKey = new();

    /// <summary>Who has signed in, for <see cref="ConsoleHost.Caller"/>.</summary>
    public static ApiCaller? CallerOf(HttpContext context) => context.Items[CallerKey] as ApiCaller;

    /// <summary>Finds out who asks.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == ConsolePaths.SignedOut)
        {
            var there = context.Request.Query.ContainsKey("here") ? settings.SignOut : null;
            await PageAsync(context, new SignedOutModel(Say.SignedOut, Say.SignedOutMeaning, there));
            return;
        }

        var found = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (Session.Read(found.Principal) is not { } session)
        {
            await LeadAsync(context);
            return;
        }

        context.User = found.Principal!;
        var caller = await callers.OfAsync(session, !Guard.IsLook(context.Request), context.RequestAborted);
        if (caller?.Role is null)
        {
            await PageAsync(
                context,
                new SignedOutModel(Say.NoRole, Say.NoRoleMeaning(session.Name), settings.SignOut),
                StatusCodes.Status403Forbidden);
            return;
        }

        context.Items[CallerKey] = caller;
        await next(context);
    }

    /// <summary>
    /// Ends the session here. The one where people sign in is ended by a page of its own: a browser that was led there from a form would
    /// stop, because forms may lead nowhere but here.
    /// </summary>
    public static async Task SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{ConsolePaths.SignedOut}?here";
    }

    private Task LeadAsync(HttpContext context) => Guard.IsLook(context.Request) && !IsQuestionOfScript(context.Request)
        ? context.ChallengeAsync(settings.Scheme, new AuthenticationProperties
        {
            RedirectUri = context.Request.Path + context.Request.QueryString,
        })
        : PageHeaders.RefuseAsync(context, StatusCodes.Status401Unauthorized, Say.RefusedSession);

    /// <summary>What keeps a page up to date is asked for by the script, also while nobody looks.</summary>
    internal static bool IsQuestionOfScript(HttpRequest request) =>
        request.Path.Value is { } path && (path == "/live" || path.EndsWith("/live", StringComparison.Ordinal));

    private static Task PageAsync(HttpContext context, SignedOutModel model, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<SignedOutPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status }
            .ExecuteAsync(context);
}

/// <summary>What a page says to somebody who sees none of the others.</summary>
/// <param name="Title">What is so.</param>
/// <param name="Detail">What that means.</param>
/// <param name="SignOut">Where the session is ended too where people sign in; null: nowhere.</param>
public sealed record SignedOutModel(string Title, string Detail, Uri? SignOut);
