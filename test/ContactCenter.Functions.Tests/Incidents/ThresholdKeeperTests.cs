using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>Thresholds that people have set stay set, and go back.</summary>
public sealed class ThresholdKeeperTests
{
    private readonly Desk _desk = new();
    private readonly ThresholdDifference _difference;
    private readonly SettingsDesk _settings;
    private readonly AlarmThreshold _wanted;

    public ThresholdKeeperTests()
    {
        _settings = new SettingsDesk(_desk.Settings, Configuration);
        var alarm = AlarmPlan.For(Configuration).First(static one => one.Definition is { AnomalyBand: null, Scale: MetricScale.Count });
        _wanted = new AlarmThreshold
        {
            Author = "Ada",
            Reason = "season",
            From = Noon,
            Alarm = alarm.Definition.Id,
            Resource = alarm.Resource,
            Threshold = 333,
        };
        _difference = Assert.Single(ThresholdPlan.Differences(
            Configuration, new RuntimeSettings([new SettingsBook(SettingKind.Thresholds, 1, [_wanted])]), Noon));
        _desk.Deployed.Deploy(_difference.Name, _difference.OfFile);
        _desk.Deployed.Deploy("somebody/else", 5);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private double Deployed => _desk.Deployed.All[_difference.Name];

    [Fact]
    public async Task A_threshold_is_written_once_and_again_when_a_deployment_has_reset_it()
    {
        await SaveAsync(_wanted);

        Assert.Equal([_difference.Name], await KeepAsync());
        Assert.Equal(333, Deployed);
        Assert.Empty(await KeepAsync());

        _desk.Deployed.Deploy(_difference.Name, _difference.OfFile);
        Assert.Equal([_difference.Name], await KeepAsync());
        Assert.Equal(333, Deployed);
    }

    [Fact]
    public async Task A_threshold_that_is_over_or_ended_goes_back_to_that_of_the_file_and_nothing_else_is_touched()
    {
        await SaveAsync(_wanted with { Until = Noon.AddHours(1) });
        await KeepAsync();
        _desk.Clock.Now = Noon.AddHours(1);

        Assert.Equal([_difference.Name], await KeepAsync());
        Assert.Equal(_difference.OfFile, Deployed);
        Assert.Empty(await KeepAsync());

        // from here on it is nobody's, and who changes it by hand is not overruled
        _desk.Deployed.Deploy(_difference.Name, 999);
        Assert.Empty(await KeepAsync());
        Assert.Equal(5, _desk.Deployed.All["somebody/else"]);
    }

    private async Task SaveAsync(Setting setting) => Assert.IsType<SettingSaved>(await _settings.SaveAsync(setting, Noon, Stop));

    private ValueTask<IReadOnlyList<string>> KeepAsync() => _desk.Thresholds.KeepAsync(_desk.Clock.Now, Stop);
}
