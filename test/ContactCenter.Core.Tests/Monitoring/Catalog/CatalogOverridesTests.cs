using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Monitoring.Catalog;

public sealed class CatalogOverridesTests
{
    [Theory]
    [InlineData("heartbeat-missing", MissingData.Breaching)]
    [InlineData("queue-size", MissingData.Ignore)]
    public void Missing_data_are_ignored_but_by_the_alarm_that_tells_that_they_are_missing(string id, MissingData missing)
    {
        var configuration = SampleConfiguration.Read() with
        {
            Alarms = new Dictionary<string, AlarmOverride> { [id] = new() { IgnoreMissing = true } },
        };

        Assert.Equal(missing, CatalogOverrides.For(configuration).Find(id)!.MissingData);
    }
}
