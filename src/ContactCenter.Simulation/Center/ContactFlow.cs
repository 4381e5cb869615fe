using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Center;

/// <summary>A contact flow and its error counts.</summary>
internal sealed class ContactFlow(FlowDescription description, MetricPublisher publisher)
{
    private readonly MinuteCounter _errors = new(publisher.ConnectFlow("ContactFlowErrors", description.Name));
    private readonly MinuteCounter _fatal = new(publisher.ConnectFlow("ContactFlowFatalErrors", description.Name));

    public FlowDescription Description => description;

    public void CountError() => _errors.Add();

    public void CountFatal() => _fatal.Add();

    public void Publish(long minute)
    {
        _errors.Publish(minute);
        _fatal.Publish(minute);
    }
}
