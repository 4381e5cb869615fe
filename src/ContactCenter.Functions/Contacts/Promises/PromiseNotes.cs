using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Surveys;

namespace ContactCenter.Functions.Contacts.Promises;

/// <summary>
/// What hooks note of promises beside their answer: that a contact has one, and how it was rated. A caller waits, so a note that is late or
/// fails is left out: the contact is not watched then.
/// </summary>
/// <param name="contacts">Where it is noted; null: nowhere.</param>
/// <param name="environment">What is promised.</param>
/// <param name="clock">The clock.</param>
public sealed class PromiseNotes(IPromisedContacts? contacts, FunctionEnvironment environment, TimeProvider clock)
{
    /// <summary>A write takes some milliseconds; what takes longer costs the customer more than the note is worth.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <summary>Notes a contact that is routed.</summary>
    /// <param name="request">What the flow sent.</param>
    /// <param name="queue">Queue that it goes to.</param>
    /// <param name="stop">Ends the attempt.</param>
    /// <returns>A reason for the log, or null where there is nothing to note.</returns>
    public async Task<string?> ArrivedAsync(FlowRequest request, string queue, CancellationToken stop)
    {
        var configuration = environment.Configuration;
        return contacts is null || !configuration.Contacts.IsWatched
            || PromisedContact.Of(request, queue, configuration, clock.GetUtcNow()) is not { } contact
                ? null
                : await NoteAsync(async token => await contacts.AddAsync(contact, token), stop)
                    ? "its promise is watched" : "its promise could not be noted";
    }

    /// <summary>Notes a rating that is new.</summary>
    /// <param name="request">What the flow sent.</param>
    /// <param name="survey">The survey.</param>
    /// <param name="stop">Ends the attempt.</param>
    public async Task RatedAsync(FlowRequest request, Survey survey, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(survey);
        var settings = environment.Configuration.Contacts;
        if (contacts is null || !settings.IsWatched || survey.Rating is not { } rating
            || ContactChannels.Find(request.Channel) is not { } channel
            || ContactPromises.Find(settings, survey.Topic, RoutingNeed.Of(request).Segment, channel, request.Messaging)
                is not { } promise)
        {
            return;
        }

        // read here: most hooks that are made with this note no rating, and start without it
        var zone = TimeZoneInfo.FindSystemTimeZoneById(environment.Configuration.TimeZone);
        _ = await NoteAsync(
            async token => await contacts.CountAsync(
                LocalDay.Of(survey.At, zone), promise.Name, PromiseCount.None with { Ratings = 1, RatingSum = rating }, token),
            stop);
    }

    private async Task<bool> NoteAsync(Func<CancellationToken, Task> note, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await note(limit.Token).WaitAsync(Patience, clock, stop);
            return true;
        }
#pragma warning disable CA1031 // the answer to the flow is worth more
        catch (Exception)
#pragma warning restore CA1031
        {
            await limit.CancelAsync();
            return false;
        }
    }
}
