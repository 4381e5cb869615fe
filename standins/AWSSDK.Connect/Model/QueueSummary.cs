namespace Amazon.Connect.Model;

public class QueueSummary
{
    public string Id { get; set; }

    public string Arn { get; set; }

    public string Name { get; set; }

    public QueueType QueueType { get; set; }
}
