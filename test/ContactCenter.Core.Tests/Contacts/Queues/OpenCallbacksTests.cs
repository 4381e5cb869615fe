using System.Globalization;
using ContactCenter.Core.Contacts.Queues;

namespace ContactCenter.Core.Tests.Contacts.Queues;

public sealed class OpenCallbacksTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("60,20", 60, 0, 60)]
    [InlineData("64,20", 60, 0, 64)]
    [InlineData("600,20", 60, 0, 20)]
    [InlineData("600,20", 0, 0, null)]
    [InlineData("4", 0, 0, 4)]
    [InlineData("600,300,20", 60, 1, 300)]
    [InlineData("600,300,20", 60, 2, 600)]
    [InlineData("600,300,20", 60, 9, 600)]
    [InlineData("-3", 60, 1, null)]
    [InlineData("", 60, 1, null)]
    public void No_wish_is_older_than_what_waits_but_those_that_do_not_wait_there_yet(
        string minutesAgo, int oldestWait, int scheduled, int? expected)
    {
        var wishes = minutesAgo.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(ago => new CallbackWish(ago, "Cards", Now.AddMinutes(-int.Parse(ago, CultureInfo.InvariantCulture))));

        var oldest = OpenCallbacks.Oldest(wishes, TimeSpan.FromMinutes(oldestWait), scheduled, Now);

        Assert.Equal(expected, oldest is null ? null : (int)(Now - oldest.At).TotalMinutes);
    }
}
