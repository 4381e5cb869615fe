using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Access;

namespace ContactCenter.Embedded.Faults.RunTime;

/// <summary>Three people who take turns day by day, in the middle of every escalation, and an API by which they act.</summary>
internal static class Rota
{
    /// <summary>Name of the schedule.</summary>
    public const string Schedule = "rota";

    /// <summary>Who issues the tokens of people.</summary>
    public const string Issuer = "https://login.example.com/faults";

    /// <summary>In place of this audience.</summary>
    private const string Replaced = "team-lead";

    private static readonly DateOnly First = new(2026, 1, 5);

    /// <summary>Names of those who take turns.</summary>
    public static IReadOnlyList<string> People { get; } = ["Ada", "Bob", "Cyd"];

    /// <summary>Whose turn it is by the file. The hand-over is at half past eight in UTC.</summary>
    public static string UsualAt(DateTimeOffset at) =>
        People[(DateOnly.FromDateTime((at - TimeSpan.FromHours(8.5)).UtcDateTime).DayNumber - First.DayNumber) % People.Count];

    /// <summary>The configuration with them.</summary>
    public static ContactCenterConfiguration Of(ContactCenterConfiguration configuration) => configuration with
    {
        Api = new ApiSettings { Issuer = Issuer, Audience = [Schedule], RequestsPerMinute = 6000 },
        OnCall = new Dictionary<string, OnCallSettings>(configuration.OnCall)
        {
            [Schedule] = new()
            {
                TimeZone = "UTC",
                From = First,
                HandOver = new TimeOnly(8, 30),
                Days = 1,
                Participants = [.. People.Select(Participant)],
            },
        },
        Escalation = new BySeverity<EscalationSettings>
        {
            P1 = With(configuration.Escalation.P1),
            P2 = With(configuration.Escalation.P2),
            P3 = With(configuration.Escalation.P3),
            P4 = With(configuration.Escalation.P4),
        },
    };

    private static EscalationSettings With(EscalationSettings escalation) => escalation with
    {
        Steps = Steps(escalation.Steps)!,
        Owners = escalation.Owners.ToDictionary(
            static owner => owner.Key, static owner => owner.Value with { Steps = Steps(owner.Value.Steps) }),
    };

    private static OnCallParticipant Participant(string name, int index) => new()
    {
        Name = name,
        Endpoints =
        [
            new Endpoint { Channel = Channel.Sms, To = $"+4915112345{700 + index}" },
            .. index == 0 ? [new Endpoint { Channel = Channel.Slack, To = $"#{name}" }] : Array.Empty<Endpoint>(),
            .. index == 1
                ? [new Endpoint { Channel = Channel.Teams, To = $"instead of {name}", Fallback = true }]
                : Array.Empty<Endpoint>(),
        ],
    };

    private static IReadOnlyList<EscalationStepSettings>? Steps(IReadOnlyList<EscalationStepSettings>? steps) =>
        steps is null ? null
            : [.. steps.Select(static step => step with { Audience = step.Audience == Replaced ? Schedule : step.Audience })];
}
