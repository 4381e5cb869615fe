namespace Amazon.Connect.Model;

public class QueueReference
{
    public string Id { get; set; }

    public string Arn { get; set; }
}
