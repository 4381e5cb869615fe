using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class AuditStackTests
{
    private static readonly JsonObject Stack = Synthesis.Stack("audit");

    [Fact]
    public void Records_are_locked_versioned_and_move_to_cold_storage()
    {
        var (id, bucket) = Stack.Resources("AWS::S3::Bucket").Single();

        Assert.Equal("""{"Days":365,"Mode":"COMPLIANCE"}""", bucket["ObjectLockConfiguration"]!["Rule"]!["DefaultRetention"]!.ToJsonString());
        Assert.Equal("Enabled", (string?)bucket["VersioningConfiguration"]!["Status"]);
        Assert.Equal("GLACIER", (string?)bucket["LifecycleConfiguration"]!["Rules"]![0]!["Transitions"]![0]!["StorageClass"]);
        Assert.Equal("Retain", (string?)Stack["Resources"]![id]!["DeletionPolicy"]);
    }

    [Fact]
    public void Trail_proves_that_its_files_are_whole()
    {
        var (_, trail) = Stack.Resources("AWS::CloudTrail::Trail").Single();

        Assert.True((bool?)trail["EnableLogFileValidation"]);
        Assert.True((bool?)trail["IsMultiRegionTrail"]);
        Assert.True((bool?)trail["IsLogging"]);
    }

    [Fact]
    public void Every_metric_of_the_trail_has_an_alarm_and_every_such_alarm_a_metric()
    {
        var counted = Stack.Resources("AWS::Logs::MetricFilter").Select(filter => (string)filter.Properties["MetricTransformations"]![0]!["MetricName"]!);
        var watched = Templates.OfType("AWS::CloudWatch::Alarm")
            .Where(alarm => (string?)alarm.Properties["Namespace"] == "ContactCenter/Trail/cc-prod")
            .Select(alarm => (string)alarm.Properties["MetricName"]!);

        Assert.Equal(counted.Order(), watched.Order());
    }

    [Fact]
    public void Without_a_trail_of_its_own_there_is_neither_bucket_nor_alarm_on_it()
    {
        var configuration = Synthesis.Sample();
        configuration.Audit.Trail = false;

        var stacks = Synthesis.Of(configuration);

        Assert.Empty(stacks["cc-prod-audit"].Resources("AWS::S3::Bucket"));
        Assert.DoesNotContain("TrailChanged", stacks["cc-prod-monitoring"].ToJsonString(), StringComparison.Ordinal);
    }
}
