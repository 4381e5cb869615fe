namespace ContactCenter.Infra.Tests.Stacks;

public sealed class MonitoringStackTests
{
    [Fact]
    public void Topics_of_alarms_are_encrypted_with_the_key_of_the_deployment()
    {
        var topics = Synthesis.Stack("monitoring").Resources("AWS::SNS::Topic").ToList();

        Assert.NotEmpty(topics);
        Assert.All(topics, topic => Assert.NotNull(topic.Properties["KmsMasterKeyId"]));
    }
}
