using ContactCenter.Core.Configuration;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Escalation;

public sealed class NamesOfPeopleTests
{
    [Theory]
    [InlineData("U012AB3CD", "Ann")]
    [InlineData("W012AB3CD", "Ann")]
    [InlineData("S012AB3CD", "S012AB3CD")]
    public void Who_is_mentioned_in_Slack_is_known_by_that_id_and_a_user_group_is_nobody(string mention, string name)
    {
        var center = Desk.Center(configuration => configuration.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
        {
            ["on-call"] = [new Endpoint { Channel = Channel.Slack, To = "#ops", Mention = mention, Name = "Ann" }],
        });

        Assert.Equal(name, new NamesOfPeople(center).Of(mention));
    }
}
