using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>What the numbers of an alarm are numbers of: "7 customers" can be understood, 7 cannot.</summary>
internal static class BreachUnit
{
    /// <summary>The value with what it counts, where that is known.</summary>
    /// <param name="value">As it is shown.</param>
    /// <param name="definition">The definition by which the value is judged, or null.</param>
    public static string Of(string value, AlarmDefinition? definition) =>
        definition is not { Scale: MetricScale.Count } ? value : Counted(value, definition.Id);

    private static string Counted(string value, string alarm) => (alarm, value) switch
    {
        (AlarmIds.QueueSize or AlarmIds.NobodyServesQueue or AlarmIds.AgentAvailability, "1") => Sentences.UnitCustomer,
        (AlarmIds.QueueSize or AlarmIds.NobodyServesQueue or AlarmIds.AgentAvailability, _) => Sentences.UnitCustomers(value),
        (AlarmIds.QueueFull or AlarmIds.ChatsRejected or AlarmIds.TasksRejected or AlarmIds.FlowFailed, "1") => Sentences.UnitContact,
        (AlarmIds.QueueFull or AlarmIds.ChatsRejected or AlarmIds.TasksRejected or AlarmIds.FlowFailed, _) =>
            Sentences.UnitContacts(value),
        (AlarmIds.CallsRejected or AlarmIds.CallsThrottled or AlarmIds.MissedCalls or AlarmIds.PhoneNumberWithoutFlow
            or AlarmIds.ConcurrentCallsUnusual, "1") => Sentences.UnitCall,
        (AlarmIds.CallsRejected or AlarmIds.CallsThrottled or AlarmIds.MissedCalls or AlarmIds.PhoneNumberWithoutFlow
            or AlarmIds.ConcurrentCallsUnusual, _) => Sentences.UnitCalls(value),
        (AlarmIds.OwnFunctionErrors or AlarmIds.FlowErrors or AlarmIds.FlowLogErrors or AlarmIds.TableSystemErrors
            or AlarmIds.FlowHooksUnanswered or AlarmIds.ContactLensFailed, "1") => Sentences.UnitError,
        (AlarmIds.OwnFunctionErrors or AlarmIds.FlowErrors or AlarmIds.FlowLogErrors or AlarmIds.TableSystemErrors
            or AlarmIds.FlowHooksUnanswered or AlarmIds.ContactLensFailed, _) => Sentences.UnitErrors(value),
        (AlarmIds.TableReadThrottled or AlarmIds.TableWriteThrottled or AlarmIds.IndexReadThrottled or AlarmIds.IndexWriteThrottled
            or AlarmIds.FunctionThrottled or AlarmIds.IvrThrottled, "1") => Sentences.UnitRequest,
        (AlarmIds.TableReadThrottled or AlarmIds.TableWriteThrottled or AlarmIds.IndexReadThrottled or AlarmIds.IndexWriteThrottled
            or AlarmIds.FunctionThrottled or AlarmIds.IvrThrottled, _) => Sentences.UnitRequests(value),
        (AlarmIds.DeadLetters or AlarmIds.MessagesGivenUp or AlarmIds.TopicDeliveryFailed, "1") => Sentences.UnitMessage,
        (AlarmIds.DeadLetters or AlarmIds.MessagesGivenUp or AlarmIds.TopicDeliveryFailed, _) => Sentences.UnitMessages(value),
        (AlarmIds.QueueStarved, "1") => Sentences.UnitAgent,
        (AlarmIds.QueueStarved, _) => Sentences.UnitAgents(value),
        _ => value,
    };
}
