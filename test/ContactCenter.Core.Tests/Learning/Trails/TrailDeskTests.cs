using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Core.Tests.Learning.Trails;

/// <summary>A trail that is asked while somebody waits.</summary>
public sealed class TrailDeskTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private readonly WrittenTrail _trail = new();

    [Fact]
    public async Task Who_did_what_to_which_thing_is_told_the_newest_first()
    {
        _trail.Write(
            Noon,
            WrittenTrail.Call("a", Noon.AddMinutes(-9), "ada", "connect", "UpdateContactFlowContent", ("contactFlowId", "flow-1")),
            WrittenTrail.Call("b", Noon.AddMinutes(-8), "bob", "connect", "UpdateContactFlowContent", ("contactFlowId", "flow-1")));
        _trail.Write(
            Noon.AddMinutes(10),
            WrittenTrail.Call("c", Noon.AddMinutes(1), "ada", "connect", "DeleteContactFlow", ("contactFlowId", "flow-1")),
            WrittenTrail.Call("d", Noon.AddMinutes(1), "ada", "lambda", "DeleteFunction", ("functionName", "other")));

        var answer = await AskAsync(new TrailQuestion(Noon.AddHours(-1), Noon.AddHours(1), "ada", "connect", "FLOW-1"));

        Assert.Equal(["c", "a"], answer.Calls.Select(static call => call.Id));
        Assert.Equal((2, 0, 0, 0, 0), (answer.Files, answer.More, answer.Unread, answer.Cold, answer.Unreadable));
    }

    [Fact]
    public async Task Files_of_other_hours_of_the_day_are_not_read()
    {
        _trail.Write(Noon.AddHours(-5), WrittenTrail.Call("old", Noon.AddHours(-5), "ada", "connect", "CreateQueue"));
        _trail.Write(Noon.AddHours(6), WrittenTrail.Call("new", Noon.AddHours(6), "ada", "connect", "CreateQueue"));
        _trail.Write(Noon.AddMinutes(20), WrittenTrail.Call("it", Noon, "ada", "connect", "CreateQueue"));

        var answer = await AskAsync(new TrailQuestion(Noon.AddMinutes(-30), Noon.AddMinutes(30), null, null, null));

        Assert.Equal(("it", 1), (Assert.Single(answer.Calls).Id, answer.Files));
    }

    [Fact]
    public async Task What_is_more_than_has_room_or_time_is_counted_and_the_newest_are_told()
    {
        for (var i = 0; i < TrailDesk.MaximumFiles + 3; i++)
        {
            var at = Noon.AddSeconds(i * 10);
            _trail.Write(at, WrittenTrail.Call($"{i:D3}", at, "ada", "connect", "UpdateQueueStatus"));
        }

        var answer = await AskAsync(new TrailQuestion(Noon.AddHours(-1), Noon.AddHours(2), null, null, null));

        Assert.Equal(50, answer.Calls.Length);
        Assert.Equal($"{TrailDesk.MaximumFiles + 2}", answer.Calls[0].Id);
        Assert.Equal((TrailDesk.MaximumFiles, 3, TrailDesk.MaximumFiles - 50), (answer.Files, answer.Unread, answer.More));
    }

    [Fact]
    public async Task What_lies_in_cold_storage_or_cannot_be_read_is_told()
    {
        _trail.Files[_trail.Write(Noon, WrittenTrail.Call("a", Noon, "ada", "connect", "CreateQueue"))] = null;
        _trail.Files[_trail.Write(Noon, WrittenTrail.Call("b", Noon, "ada", "connect", "CreateQueue"))] = [1, 2, 3];

        var answer = await AskAsync(new TrailQuestion(Noon.AddHours(-1), Noon.AddHours(1), null, null, null));

        Assert.Equal((0, 1, 1), (answer.Calls.Length, answer.Cold, answer.Unreadable));
    }

    private ValueTask<TrailAnswer> AskAsync(TrailQuestion question) => new TrailDesk(_trail, WrittenTrail.Account)
        .AskAsync(question, region: null, limit: 50, TestContext.Current.CancellationToken);
}
