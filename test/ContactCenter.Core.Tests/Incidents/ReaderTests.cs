using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Tests.Notifications.Reach;
using ContactCenter.Core.Texts;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Every time in a sentence stands by the reader's clock, with UTC beside it.</summary>
public sealed class ReaderTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 1, 6, 30, 15, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", "2026-07-01 08:30 Europe/Berlin (06:30 UTC)")]
    [InlineData("America/Los_Angeles", "2026-06-30 23:30 America/Los_Angeles (06:30 UTC)")]
    [InlineData("UTC", "2026-07-01 06:30 UTC")]
    [InlineData(null, "2026-07-01 06:30 UTC")]
    public void A_moment_has_the_local_time_with_UTC_beside_it(string? zone, string expected) =>
        Assert.Equal(expected, Reader.Of("en", zone).Moment(At));

    [Fact]
    public void A_moment_can_have_seconds() =>
        Assert.Equal("2026-07-01 08:30:15 Europe/Berlin (06:30:15 UTC)", Reader.Of("en", "Europe/Berlin").Moment(At, hasSeconds: true));

    [Fact]
    public void A_time_of_UTC_in_a_sentence_is_said_by_the_clock_and_in_the_language_of_the_reader() => Assert.Equal(
        "Benachrichtigungen ruhen bis 2026-07-01 08:30 Europe/Berlin (06:30 UTC) wegen geplanter Arbeiten.",
        Reader.Of("de", "Europe/Berlin").Say(Sentences.HoldPlanned("2026-07-01 06:30")));

    [Theory]
    [InlineData("2026-13-45 99:99 UTC")]
    [InlineData("at 06:30 UTC")]
    [InlineData("2026-07-01 06:30 UTCX")]
    [InlineData("")]
    public void What_is_no_time_stays_as_it_is(string text) => Assert.Equal(text, Reader.Of("en", "Europe/Berlin").Say(text));

    [Fact]
    public void Engineers_of_AWS_read_English_and_UTC_whatever_the_center_speaks()
    {
        var support = new Endpoint { Channel = Channel.Support, To = "amazon-connect" };
        var configuration = People.Center() with
        {
            Messages = new MessageSettings { Language = "de", TimeZone = "Europe/Berlin" },
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>> { ["aws"] = [support] },
        };
        var policy = new IncidentDesk(configuration, new InMemoryIncidentStore()).Policy;

        Assert.Equal(Reader.Anybody, policy.ReaderOf("aws", support, At));
    }
}
