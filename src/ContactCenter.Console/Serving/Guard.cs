using ContactCenter.Core.Api.Access;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Serving;

/// <summary>
/// What every request passes before a page is asked: somebody who is known, and for what changes something a form of ours, sent from a page
/// of ours.
/// </summary>
/// <param name="next">What is behind.</param>
/// <param name="host">Where the console stands.</param>
/// <param name="antiforgery">Knows forms of ours.</param>
internal sealed class Guard(RequestDelegate next, ConsoleHost host, IAntiforgery antiforgery)
{
    private static readonly object CallerKey = new();

    /// <summary>Who a request that has passed comes from.</summary>
    public static ApiCaller CallerOf(HttpContext context) => (ApiCaller)context.Items[CallerKey]!;

    /// <summary>Lets a request pass, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (host.Caller(context) is not { Role: not null } caller)
        {
            await PageHeaders.RefuseAsync(context, StatusCodes.Status401Unauthorized, Say.RefusedNobody);
        }
        else if (!IsLook(context.Request)
            && !(IsFromHere(context.Request) && await antiforgery.IsRequestValidAsync(context)))
        {
            await PageHeaders.RefuseAsync(context, StatusCodes.Status400BadRequest, Say.RefusedForm);
        }
        else
        {
            context.Items[CallerKey] = caller;
            await next(context);
        }
    }

    /// <summary>Whether a request changes nothing.</summary>
    internal static bool IsLook(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Browsers say where a request comes from (Fetch Metadata); older ones at least the origin.</summary>
    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is "" or "null"
            ? request.Headers.Origin.Count == 0
            : request.Headers.Origin == $"{request.Scheme}://{request.Host}",
        _ => false,
    };
}
