using ContactCenter.Core.Deployment;

namespace ContactCenter.Core.Tests.Deployment;

public sealed class SecretReplicaTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:contact-center/slack-AbCdEf";

    [Theory]
    [InlineData("eu-west-1", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:contact-center/slack-AbCdEf")]
    [InlineData("eu-central-1", Secret)]
    [InlineData(null, Secret)]
    public void A_replica_has_the_ARN_of_its_secret_but_for_the_Region(string? region, string expected) =>
        Assert.Equal(expected, SecretReplica.In(region, Secret));

    [Theory]
    [InlineData("contact-center/slack")]
    [InlineData("arn:aws:kms:eu-central-1:123456789012:key/0f0e")]
    [InlineData("${Token[TOKEN.12]}")]
    [InlineData("")]
    public void What_is_no_ARN_of_a_secret_stays_as_it_is(string text) => Assert.Equal(text, SecretReplica.In("eu-west-1", text));
}
