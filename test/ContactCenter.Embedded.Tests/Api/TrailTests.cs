using ContactCenter.Core.Learning.Trails;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Embedded.Tests.Api;

/// <summary>The trail by the API: for administrators, where it is configured, and of a time that is short enough.</summary>
public sealed class TrailTests
{
    [Fact]
    public async Task Where_it_is_not_configured_nobody_asks_it()
    {
        using var system = new ApiSystem();

        Assert.Equal(404, (await system.CallAsync("GET", "/trail", groups: "[administrator]")).Status);
    }

    [Fact]
    public async Task Only_an_administrator_asks_it()
    {
        using var system = Asked();

        Assert.Equal(403, (await system.CallAsync("GET", "/trail", groups: "[responder]")).Status);
        Assert.Equal(200, (await system.CallAsync("GET", "/trail", groups: "[administrator]")).Status);
    }

    [Theory]
    [InlineData("from=2026-11-01T00:00:00Z&to=2026-11-20T00:00:00Z", 422)]
    [InlineData("from=2026-11-20T00:00:00Z&to=2026-11-01T00:00:00Z", 422)]
    [InlineData("from=yesterday", 422)]
    [InlineData("region=../../x", 422)]
    [InlineData("from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z&who=ada%0A%3Cb%3E&region=eu-central-1", 200)]
    public async Task A_time_or_a_Region_that_is_none_is_refused_and_a_part_may_be_anything(string query, int status)
    {
        using var system = Asked();

        var answer = await system.CallAsync("GET", $"/trail?{query}", groups: "[administrator]");

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public void What_is_deployed_is_the_trail_of_the_account()
    {
        using var system = Asked();

        Assert.NotNull(system.System.Services.GetRequiredService<ITrailStore>());
    }

    private static ApiSystem Asked() =>
        new(center: static center => center with { Audit = center.Audit with { Trail = true, Query = true } });
}
