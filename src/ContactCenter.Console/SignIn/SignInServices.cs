using ContactCenter.Core.Api.Access;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.SignIn;

/// <summary>A console before which people sign in.</summary>
public static class SignInServices
{
    /// <summary>The session's cookie: of this host alone, encrypted connections alone, and no script.</summary>
    public const string Cookie = "__Host-session";

    /// <summary>
    /// Registers it. The scheme that <see cref="SignInSettings.Scheme"/> names has to be added to what this gives, and sign people in with
    /// the session's cookie.
    /// </summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="settings">How people sign in.</param>
    /// <param name="directory">Makes what knows people beyond their tokens; null: nothing does.</param>
    public static AuthenticationBuilder AddSignIn(
        this IServiceCollection services, SignInSettings settings, Func<IServiceProvider, IPeopleDirectory>? directory)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        services.AddSingleton(provider => new KnownCallers(
            settings, directory?.Invoke(provider), provider.GetRequiredService<ConsoleHost>().Clock));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<ConsoleHost>(static (options, host) => options.TimeProvider = host.Clock);
        return services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = Cookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.Path = "/";

            // lax: whoever follows a link in a message is signed in
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = settings.Idle;
            options.SlidingExpiration = true;
            options.Events.OnCheckSlidingExpiration = static context =>
            {
                // a board that is left open asks for itself: that is nobody who does anything
                context.ShouldRenew &= !SignInGate.IsQuestionOfScript(context.Request);
                return Task.CompletedTask;
            };
            options.Events.OnValidatePrincipal = context =>
            {
                var now = context.HttpContext.RequestServices.GetRequiredService<ConsoleHost>().Clock.GetUtcNow();
                if (Session.Read(context.Principal)?.Counts(settings, now) != true)
                {
                    context.RejectPrincipal();
                }

                return Task.CompletedTask;
            };
        });
    }

    /// <summary>Who has signed in, for <see cref="ConsoleHost.Caller"/>; null: nobody who is known.</summary>
    public static ApiCaller? CallerOf(HttpContext context) => SignInGate.CallerOf(context);

    /// <summary>Comes between the headers and the pages: who asks, and the way out.</summary>
    /// <param name="application">The application.</param>
    public static void UseSignIn(IApplicationBuilder application)
    {
        ArgumentNullException.ThrowIfNull(application);
        application.UseAuthentication();
        application.UseMiddleware<SignInGate>();
    }

    /// <summary>Serves the way out.</summary>
    /// <param name="endpoints">The routes of the application.</param>
    public static void MapSignOut(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(SignInGate.SignOut, SignInGate.SignOutAsync);
}
