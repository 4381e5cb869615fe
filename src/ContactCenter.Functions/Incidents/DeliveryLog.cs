using Amazon.Lambda.Core;
using ContactCenter.Core.Incidents.Delivery;

namespace ContactCenter.Functions.Incidents;

/// <summary>Log lines about effects: their ids and reasons, never what they tell or to whom.</summary>
internal static class DeliveryLog
{
    public static void Report(this ILambdaLogger logger, DeliveryOutcome outcome)
    {
        switch (outcome.Result)
        {
            case null:
                logger.LogInformation("Effect {Effect} is done already, or somebody else's", outcome.EffectId);
                break;
            case Delivered:
                logger.LogInformation("Effect {Effect} was carried out at attempt {Attempt}", outcome.EffectId, outcome.Attempt);
                break;
            case RetryLater { IsUnderway: true } waiting:
                logger.LogInformation(
                    "Effect {Effect} is under way at attempt {Attempt}, until {At:O} at the latest", outcome.EffectId, outcome.Attempt,
                    waiting.At);
                break;
            case DeliveryFailed { IsUnanswered: true } unanswered:
                logger.LogWarning(
                    "Effect {Effect} reached nobody at attempt {Attempt}: {Reason}", outcome.EffectId, outcome.Attempt, unanswered.Reason);
                break;
            case RetryLater again:
                logger.LogWarning(
                    "Effect {Effect} failed at attempt {Attempt} and rests until {At:O}: {Reason}", outcome.EffectId, outcome.Attempt,
                    again.At, again.Reason);
                break;
            case DeliveryFailed failed:
                logger.LogError(
                    "Effect {Effect} was given up at attempt {Attempt}: {Reason}", outcome.EffectId, outcome.Attempt, failed.Reason);
                break;
        }
    }
}
