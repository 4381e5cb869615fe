using System.Globalization;
using System.Security.Cryptography;
using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Notifications.Calls;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Notifications.Sending;

/// <summary>
/// A telephone call by the instance itself. Placing it reaches nobody yet: what became of it stands in the notebook later, and is asked for
/// before anything is sent. What is written down before the call is placed makes a repetition find the same call.
/// </summary>
internal sealed class CallChannel(
    IAmazonConnect connect,
    NotificationOptions options,
    ContactCenterConfiguration configuration,
    IncidentPolicy policy,
    INotebook notebook,
    TimeProvider clock) : INotificationChannel
{
    private const int TokenBytes = 16;

    /// <summary>What became of the call that was placed for an effect; null when none was.</summary>
    public async ValueTask<ChannelAnswer?> AnswerAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var name = PlacedCall.NameOf(effect.Id, endpoint.To);
        if (PlacedCall.Read(await notebook.FindAsync(name, cancellationToken)) is not { ContactId: not null } placed)
        {
            return null;
        }

        var outcome = await notebook.FindAsync(PlacedCall.OutcomeOf(name), cancellationToken);
        return placed.Answer(outcome, policy.NameOf(endpoint.To), RingSeconds, clock.GetUtcNow());
    }

    public async ValueTask<string?> SendAsync(NotifyEffect effect, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (!CallRenderer.IsWorthCalling(effect.Message))
        {
            return null;
        }

        if (options.CallFlowId is not { } flow || configuration.Calls is not { } settings)
        {
            throw new ChannelException(Sentences.NoCallFlow, isPassing: false);
        }

        var name = PlacedCall.NameOf(effect.Id, endpoint.To);
        var begun = await BeginAsync(name, effect, endpoint, settings, cancellationToken);
        var call = CallRenderer.Render(effect with { To = endpoint.To }, effect.Message.Reader.Words.Language, begun.Token);
        var contact = await PlaceAsync(call, flow, settings, cancellationToken);

        // the contact first: it may have ended already, and its end must find the call
        var forgottenAt = clock.GetUtcNow() + PlacedCall.RememberFor;
        await notebook.SetAsync(PlacedCall.OfContact(contact), name, forgottenAt, cancellationToken);
        var placed = begun with { ContactId = contact, PlacedAt = clock.GetUtcNow() };
        await notebook.SetAsync(name, placed.Write(), forgottenAt, cancellationToken);
        if (await notebook.FindAsync(PlacedCall.EndOf(contact), cancellationToken) is not null)
        {
            _ = await notebook.TryAddAsync(PlacedCall.OutcomeOf(name), PlacedCall.Ended, forgottenAt, cancellationToken);
        }

        return null;
    }

    private int RingSeconds => (configuration.Calls ?? new()).RingSeconds;

    /// <summary>What the call carries is written down before it can answer; a call that was begun before is gone on with.</summary>
    private async ValueTask<PlacedCall> BeginAsync(
        string name, NotifyEffect effect, Endpoint endpoint, CallSettings settings, CancellationToken cancellationToken)
    {
        if (PlacedCall.Read(await notebook.FindAsync(name, cancellationToken)) is { } begun)
        {
            return begun;
        }

        var now = clock.GetUtcNow();
        var isExercise = effect.Message.Exercise is not null;
        if (!await MayCallAsync(name, isExercise, settings.MaximumPerHour, now, cancellationToken))
        {
            throw new ChannelException(Sentences.TooManyCalls($"{settings.MaximumPerHour}"), isPassing: false);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var call = new PlacedCall(token, now, ContactId: null, endpoint.To, effect.Audience);
        return await notebook.TryAddAsync(name, call.Write(), now + PlacedCall.RememberFor, cancellationToken)
            ? call
            : PlacedCall.Read(await notebook.FindAsync(name, cancellationToken)) ?? call;
    }

    /// <summary>
    /// Every hour has so many places, and each is taken once, by however many functions call at the same time. Exercises have as many of
    /// their own: they must not take those of a real incident.
    /// </summary>
    private async ValueTask<bool> MayCallAsync(
        string name, bool isExercise, int maximum, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = string.Create(CultureInfo.InvariantCulture, $"calls-{(isExercise ? "exercise-" : "")}{now.UtcDateTime:yyyyMMddHH}");
        for (var place = 1; place <= maximum; place++)
        {
            if (await notebook.TryAddAsync($"{hour}-{place}", name, now + TimeSpan.FromHours(2), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<string> PlaceAsync(OutboundCall call, string flow, CallSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var response = await connect.StartOutboundVoiceContactAsync(
                new StartOutboundVoiceContactRequest
                {
                    InstanceId = configuration.Instance.Id,
                    ContactFlowId = flow,
                    DestinationPhoneNumber = call.To,
                    SourcePhoneNumber = settings.SourceNumber,
                    QueueId = configuration.Queues.FirstOrDefault(queue => queue.Name == settings.Queue)?.Id,
                    RingTimeoutInSeconds = settings.RingSeconds,
                    TrafficType = TrafficType.GENERAL,
                    ClientToken = call.ClientToken,
                    Attributes = call.Attributes.ToDictionary(),
                },
                cancellationToken);
            return response.ContactId;
        }
        catch (Exception failure) when (AwsFailure.IsOne(failure))
        {
            throw AwsFailure.Of(failure);
        }
    }
}
