using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What has changed for whoever has a file already is told until the file says that it is known.</summary>
public sealed class VersionRuleTests
{
    [Fact]
    public void A_file_that_names_no_version_is_told_everything_that_changed_for_it() => Assert.Equal(
        [
            "alarms are rated otherwise", "figures of queues are told for each channel",
            "too few agents and long waiting are told after eight of ten minutes",
            "everybody in audiences and on call is sent a test once a week",
        ],
        Told(null).Select(told => told.Split([':', ','])[0]));

    [Fact]
    public void Whoever_has_taken_an_incident_keeps_others_out_only_where_nothing_is_said_of_it() => Assert.Contains(
        SampleConfiguration.With(root =>
        {
            root["version"] = null;
            root["escalation"]!["P1"]!.AsObject().Remove("unresolved");
        }).Notices,
        notice => notice.Expected.StartsWith("whoever has taken an incident keeps everybody else out", StringComparison.Ordinal));

    [Fact]
    public void What_changed_before_the_version_of_the_file_is_known() =>
        Assert.Equal(
            [
                "too few agents and long waiting are told after eight of ten minutes",
                "everybody in audiences and on call is sent a test once a week",
            ],
            Told("0.5").Select(told => told.Split(',')[0]));

    [Fact]
    public void The_version_that_is_advised_is_told_nothing() =>
        Assert.Empty(Told(ConfigurationReader.NewestVersion.ToString()));

    [Fact]
    public void The_version_that_is_advised_is_that_of_the_program() => Assert.Equal(
        ConfigurationReader.NewestVersion, Version.Parse(typeof(ContactCenterConfiguration).Assembly.GetName().Version!.ToString(2)));

    [Fact]
    public void What_is_no_version_is_a_problem() =>
        Assert.Equal("$.version", Assert.Single(SampleConfiguration.With(root => root["version"] = "newest").Problems).Path);

    private static IEnumerable<string> Told(string? version) =>
        SampleConfiguration.With(root => root["version"] = version).Notices.Select(notice => notice.Expected);
}
