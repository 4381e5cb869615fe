namespace ContactCenter.Core.Contacts.Queues;

/// <summary>
/// Which wishes can still be open. Contact events come at best, so that a wish may stay in the record although it was served; what Amazon
/// Connect says of the queue bounds that: nothing is older there than the oldest that waits, but what it has not put there yet.
/// </summary>
public static class OpenCallbacks
{
    /// <summary>
    /// Between a wish and its place in the queue: the customer hangs up first, and figures are a minute old. A wish that is over counts for
    /// so long at most, even where nothing waits.
    /// </summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>The oldest wish of a queue that can still be open, or null when none can.</summary>
    /// <param name="wishes">Those in the record, of this queue.</param>
    /// <param name="oldestWait">How long the first caller or callback has waited in the queue; zero when none waits.</param>
    /// <param name="scheduled">Callbacks that Amazon Connect has not put into the queue yet.</param>
    /// <param name="now">The time of both.</param>
    public static CallbackWish? Oldest(IEnumerable<CallbackWish> wishes, TimeSpan oldestWait, int scheduled, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        CallbackWish? oldest = null;
        foreach (var wish in wishes.Where(wish => wish.At <= now).OrderByDescending(static wish => wish.At))
        {
            if (now - wish.At > oldestWait + Slack && scheduled-- <= 0)
            {
                break;
            }

            oldest = wish;
        }

        return oldest;
    }
}
