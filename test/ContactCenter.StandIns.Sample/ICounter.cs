namespace ContactCenter.StandIns.Sample;

public interface ICounter
{
    int Next();
}
