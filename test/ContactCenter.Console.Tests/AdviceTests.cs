using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Web.Tests.Chromium;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Web.Tests;

/// <summary>The page of advice on alarms, of a center in which one alarm flaps.</summary>
public sealed class AdviceTests : IAsyncLifetime
{
    private Center _center = null!;

    public async ValueTask InitializeAsync()
    {
        _center = await Center.OpenAsync();
        await PagesOf.PrepareAsync(_center);
    }

    public ValueTask DisposeAsync() => _center.DisposeAsync();

    [Fact]
    public async Task Where_nothing_fired_often_enough_the_page_says_so()
    {
        var vic = await _center.Open("vic", ApiRole.Viewer).OpenAsync("/alarms/advice");

        Assert.Contains("No alarm fired often enough", vic.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_that_flaps_is_listed_with_what_to_do_and_a_name_stays_text()
    {
        await FlapAsync("cc/<b>flap</b>");

        var vic = await _center.Open("vic", ApiRole.Viewer).OpenAsync("/alarms/advice");

        Assert.Contains("let it be quiet for", vic.Text, StringComparison.Ordinal);
        Assert.Contains("cc/<b>flap</b>", vic.Page.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Null(vic.Page.QuerySelector("h2 b"));
    }

    [Fact]
    public async Task A_threshold_that_is_advised_is_filled_in_with_the_reason_and_is_decided_by_a_person()
    {
        var name = _center.Known["alarm"];
        var eve = await _center.Open("eve", ApiRole.Administrator)
            .OpenAsync($"/alarms/one?name={Uri.EscapeDataString(name)}&threshold=420");

        Assert.Equal("420", eve.Page.QuerySelector<IHtmlInputElement>("[name=threshold]")!.Value);
        Assert.Equal("By the advice on alarms", eve.Page.QuerySelector<IHtmlInputElement>("[name=reason]")!.Value);
    }

    /// <summary>Red for a minute and again after three, on each of the last twenty days.</summary>
    private async Task FlapAsync(string name)
    {
        var today = new DateTimeOffset(_center.Clock.Now.UtcDateTime.Date, TimeSpan.Zero);
        await _center.Services.GetRequiredService<IAlarmHistory>().AddAsync(
            [
                .. from day in Enumerable.Range(1, 20)
                   from part in Enumerable.Range(0, 6)
                   from isOver in new[] { false, true }
                   select new AlarmNews(
                       new AlarmId($"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{name}", null),
                       name,
                       new AlarmMoment(
                           today.AddDays(-day).AddMinutes((part * 4) + (isOver ? 1 : 0)), isOver ? AlarmState.Ok : AlarmState.Alarm)),
            ],
            TestContext.Current.CancellationToken);
    }
}
