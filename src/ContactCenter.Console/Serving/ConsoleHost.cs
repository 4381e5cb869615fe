using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Serving;

/// <summary>Asks the API. It checks the role, the limits and everything else; the console adds nothing that it would not allow.</summary>
public delegate ValueTask<ApiAnswer> AskApi(ApiRequest request, ApiCaller caller, CancellationToken cancellationToken);

/// <summary>Where the console stands.</summary>
public sealed record ConsoleHost
{
    /// <summary>Asks the API.</summary>
    public required AskApi Ask { get; init; }

    /// <summary>Who a request comes from; null: nobody who is known, and nothing is shown.</summary>
    public required Func<HttpContext, ApiCaller?> Caller { get; init; }

    /// <summary>Says what time it is where the incidents are.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The zone of times until a reader says another one.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// Hosts that a browser may name; another one is refused, so that no page elsewhere reaches this machine by a name of its own.
    /// </summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Where the keys of forms and cookies are: every process that serves this console has to have the same.</summary>
    public required IXmlRepository Keys { get; init; }

    /// <summary>True where people have signed in, and so can sign out.</summary>
    public bool HasSignIn { get; init; }

    /// <summary>True where only encrypted connections come: cookies are bound to them.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The simulated center behind it; null: a real one.</summary>
    public ISimulatedCenter? Simulation { get; init; }
}

/// <summary>A simulated center that people play with.</summary>
public interface ISimulatedCenter
{
    /// <summary>Names of the scenarios.</summary>
    IReadOnlyList<string> Scenarios { get; }

    /// <summary>The one that runs.</summary>
    string Scenario { get; }

    /// <summary>How many times faster than real time passes; 0: it stands still.</summary>
    double Speed { get; }

    /// <summary>True while time is being skipped.</summary>
    bool IsForwarding { get; }

    /// <summary>What happens in a scenario, as a sentence in a language.</summary>
    string Tell(string scenario, string language);

    /// <summary>Begins a scenario anew; incidents and settings of the one before are gone.</summary>
    void Start(string scenario);

    /// <summary>Sets the speed.</summary>
    /// <param name="timesReal">0 to <see cref="MaximumSpeed"/>.</param>
    void SetSpeed(double timesReal);

    /// <summary>Skips so much time, as fast as the machine can.</summary>
    void Forward(TimeSpan time);

    /// <summary>Faster nobody follows.</summary>
    const double MaximumSpeed = 3600;
}
