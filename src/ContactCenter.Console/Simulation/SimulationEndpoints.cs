using System.Globalization;
using ContactCenter.Web.Serving;
using ContactCenter.Web.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContactCenter.Web.Simulation;

/// <summary>Playing with a simulated center; a console of a real one has none of these addresses.</summary>
internal static class SimulationEndpoints
{
    private static readonly TimeSpan MaximumSkip = TimeSpan.FromDays(1);

    /// <summary>Serves it.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService(typeof(ConsoleHost)) is ConsoleHost { Simulation: { } center })
        {
            endpoints.MapPost("/simulation", context => PlayAsync(context, center));
        }
    }

    private static async Task PlayAsync(HttpContext context, ISimulatedCenter center)
    {
        var filled = await Filled.ReadAsync(context);
        if (filled.Text("scenario") is { } scenario && center.Scenarios.Contains(scenario))
        {
            center.Start(scenario);
            Show.Back(context, "/", Flash.Good(center.Tell(scenario, Spoken.Now.Language)));
            return;
        }

        if (Number(filled.Text("speed")) is { } speed && speed is >= 0 and <= ISimulatedCenter.MaximumSpeed)
        {
            center.SetSpeed(speed);
        }

        if (Number(filled.Text("forward")) is { } minutes && minutes > 0 && minutes <= MaximumSkip.TotalMinutes)
        {
            center.Forward(TimeSpan.FromMinutes(minutes));
        }

        Show.Back(context, filled.Return);
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
}
