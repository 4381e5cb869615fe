using System.Net;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation.Scenarios;
using ContactCenter.Web;
using ContactCenter.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Cli.Play;

/// <summary>What is played, and as whom.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Seed">Everything that chance decides follows from it.</param>
/// <param name="Speed">Times real time.</param>
/// <param name="Port">The port on this machine; 0: any that is free.</param>
/// <param name="Caller">Whoever sits before the screen.</param>
internal sealed record Played(Scenario Scenario, long Seed, double Speed, int Port, ApiCaller Caller);

/// <summary>The console on this machine, with a simulated center behind it. Nothing else reaches it.</summary>
internal sealed class LoopbackConsole : IAsyncDisposable
{
    private readonly PlayedCenter _center;
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    private LoopbackConsole(PlayedCenter center, WebApplication application) => (_center, _application) = (center, application);

    /// <summary>Where a browser finds it.</summary>
    public Uri Address => new(
        $"http://localhost:{new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port}/");

    /// <summary>Begins to serve.</summary>
    /// <exception cref="IOException">The port is taken, or is not for whoever asks.</exception>
    public static async Task<LoopbackConsole> StartAsync(
        ContactCenterConfiguration configuration, Played played, KnowledgeBase? knowledge = null)
    {
        var center = new PlayedCenter(
            WithArticles(WithStatusPage(configuration)) with { Topics = new() { KeepUnsure = true } }, played.Scenario, played.Seed,
            played.Speed, knowledge);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            if (played.Port == 0)
            {
                options.Listen(IPAddress.Loopback, 0);
            }
            else
            {
                options.ListenLocalhost(played.Port);
            }
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddConsole(new ConsoleHost
        {
            Ask = center.AskAsync,
            Caller = _ => played.Caller,
            Clock = center,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(configuration.TimeZone),
            Hosts = ["localhost", "127.0.0.1", "[::1]"],
            Keys = new KeysInMemory(),
            Simulation = center,
        });
        var console = new LoopbackConsole(center, builder.Build().MapConsole());
        try
        {
            await console._application.StartAsync();
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }

        console._run = center.RunAsync(console._stop.Token);
        return console;
    }

    /// <summary>So that there is one to try where the file has none: each queue is a service.</summary>
    private static ContactCenterConfiguration WithStatusPage(ContactCenterConfiguration configuration) => configuration with
    {
        StatusPage = configuration.StatusPage ?? new()
        {
            Region = configuration.Instance.Region,
            Languages = Translation.Languages,
            Title = InEveryLanguage(configuration.Instance.Alias),
            Components =
            [
                .. configuration.Queues.Select(static (queue, i) => new StatusComponentSettings
                {
                    Id = $"queue-{i + 1}",
                    Name = InEveryLanguage(queue.Name),
                    Queues = [queue.Name],
                }),
            ],
        },
    };

    /// <summary>Where there are articles, they are edited: on this machine nothing is paid for it.</summary>
    private static ContactCenterConfiguration WithArticles(ContactCenterConfiguration configuration) => configuration with
    {
        SelfService = configuration.SelfService with { Editing = configuration.SelfService.Articles is not null },
    };

    private static Dictionary<string, string> InEveryLanguage(string name) =>
        Translation.Languages.ToDictionary(static language => language, _ => name, StringComparer.Ordinal);

    /// <summary>Lets the center live until somebody stops it, or until it fails.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(_stop.Cancel);
        await _run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        await _application.DisposeAsync();
        _center.Dispose();
        _stop.Dispose();
    }
}
