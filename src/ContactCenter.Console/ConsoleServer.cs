using ContactCenter.Web.Alarms;
using ContactCenter.Web.Audit;
using ContactCenter.Web.Board;
using ContactCenter.Web.Contacts;
using ContactCenter.Web.Forecasts;
using ContactCenter.Web.Incidents;
using ContactCenter.Web.Knowledge;
using ContactCenter.Web.OnCall;
using ContactCenter.Web.Pages;
using ContactCenter.Web.Remediations;
using ContactCenter.Web.Reviews;
using ContactCenter.Web.Search;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Simulation;
using ContactCenter.Web.StatusPage;
using ContactCenter.Web.Switchboard;
using ContactCenter.Web.Trends;
using ContactCenter.Web.Windows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web;

/// <summary>The console as a part of any ASP.NET Core application.</summary>
public static class ConsoleServer
{
    /// <summary>Registers what the console is made of.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="host">Where the console stands.</param>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        services.AddSingleton(host);
        services.AddDataProtection().SetApplicationName("contactcenter-console");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = host.Keys);
        services.AddSingleton<FlashCookie>();
        services.AddRazorComponents();
        services.AddResponseCompression(static options => options.EnableForHttps = true);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = host.IsEncrypted ? "__Host-form" : "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = host.IsEncrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "token";
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>Serves the pages.</summary>
    /// <param name="application">The application.</param>
    /// <param name="signIn">Comes between the headers and the pages, and finds out who asks; null: the host knows by itself.</param>
    public static WebApplication MapConsole(this WebApplication application, Action<IApplicationBuilder>? signIn = null)
    {
        ArgumentNullException.ThrowIfNull(application);
        application.UseResponseCompression();
        application.UseMiddleware<PageHeaders>();
        signIn?.Invoke(application);
        application.UseMiddleware<Guard>();
        application.UseRouting();
        BoardEndpoints.Map(application);
        IncidentEndpoints.Map(application);
        OnCallEndpoints.Map(application);
        WindowEndpoints.Map(application);
        SwitchboardEndpoints.Map(application);
        AlarmEndpoints.Map(application);
        RemediationEndpoints.Map(application);
        StatusPageEndpoints.Map(application);
        ContactEndpoints.Map(application);
        ForecastEndpoints.Map(application);
        TrendEndpoints.Map(application);
        KnowledgeEndpoints.Map(application);
        ReviewEndpoints.Map(application);
        AuditEndpoints.Map(application);
        SearchEndpoints.Map(application);
        PreferenceEndpoints.Map(application);
        SimulationEndpoints.Map(application);
        application.MapFallback("{*path}", static context => ProblemAnswer.NothingHereAsync(context));
        return application;
    }
}
