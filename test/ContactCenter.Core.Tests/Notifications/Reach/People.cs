using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Notices;

namespace ContactCenter.Core.Tests.Notifications.Reach;

/// <summary>A center in which two take weekly turns: ann reads German in Berlin, ben English in New York.</summary>
internal static class People
{
    public static ContactCenterConfiguration Center() => Told.Center("test", "bank", "https://runbooks.example.com/{runbook}") with
    {
        TimeZone = "Europe/Berlin",
        OnCall = new Dictionary<string, OnCallSettings>
        {
            ["engineers"] = new()
            {
                From = new DateOnly(2026, 3, 2),
                Participants =
                [
                    new OnCallParticipant
                    {
                        Name = "Ann", Language = "de", TimeZone = "Europe/Berlin",
                        Endpoints =
                        [
                            new Endpoint { Channel = Channel.Email, To = "ann@example.com" },
                            new Endpoint { Channel = Channel.Sms, To = "+491511234567" },
                        ],
                    },
                    new OnCallParticipant
                    {
                        Name = "Ben", Language = "en", TimeZone = "America/New_York",
                        Endpoints = [new Endpoint { Channel = Channel.Email, To = "ben@example.com" }],
                    },
                ],
            },
        },
    };
}

/// <summary>Channels that answer as a test says, and keep what they were given.</summary>
internal sealed class Channels(Func<Endpoint, NoticeAnswer>? answer = null) : INoticeChannel
{
    private readonly Lock _gate = new();

    public List<(string To, Notice Notice)> Sent { get; } = [];

    public ValueTask<NoticeAnswer> SendAsync(Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Sent.Add((endpoint.To, notice));
        }

        return new(answer?.Invoke(endpoint) ?? NoticeAnswer.By("Amazon SNS", "m-1"));
    }
}
