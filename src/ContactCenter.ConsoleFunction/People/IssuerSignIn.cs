using ContactCenter.Core.Deployment;
using ContactCenter.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ContactCenter.WebFunction.People;

/// <summary>
/// People sign in at the issuer of the API's tokens: OpenID Connect, an authorization code with proof of who asked for it (PKCE). The
/// client has no secret that could be lost.
/// </summary>
internal static class IssuerSignIn
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "issuer";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds it.</summary>
    public static void AddIssuer(this AuthenticationBuilder authentication, SignInSettings settings, string client)
    {
        _ = authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = settings.Issuer;
            options.ClientId = client;
            options.ResponseType = OpenIdConnectResponseType.Code;

            // by the address, so that cookies of this host may stay here: a form of elsewhere would not bring them along
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("email");
            options.CallbackPath = ConsolePaths.SignedIn;
            options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.DisableTelemetry = true;
            options.BackchannelTimeout = Patience;
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.Always;
            }

            options.Events.OnTokenValidated = context =>
            {
                var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
                if (context.Principal is { } token && Session.Of(token, settings, now) is { } session)
                {
                    context.Principal = session.ToPrincipal();
                }
                else
                {
                    context.Fail("the token names nobody");
                }

                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = static context =>
            {
                // an answer that nobody here has asked for, that comes late, or that says no: the page says how to begin again
                context.Response.Redirect(ConsolePaths.SignedOut);
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }
}
